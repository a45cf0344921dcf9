package breachresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.language.Catalogue;
import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The forms by which a plan is prepared and rehearsed, on a small screen and without a mouse. */
@BrowserTest
class PlanFormsTest {

  private static final Map<String, List<String>> TASKS =
      Map.of(
          "sam", List.of("Establish the incident response team", "Set targets"),
          "pia",
              List.of(
                  "Set points of contact",
                  "Choose communication mechanisms",
                  "Determine the voice"),
          "lena", List.of("Define disclosure levels", "Review legal obligations"),
          "chris", List.of("Define the criticality scale"));

  @LocalServerPort int port;
  @Autowired Catalogue catalogue;

  @Test
  void each_can_be_filled_in_and_completed_by_keyboard_alone(Browser browser) {
    var hindrances = new TreeMap<String, List<String>>();
    try (var sam = Tasklist.logIn(browser, port, "sam")) {
      sam.startProcess(catalogue.of("Prepare the response plan"))
          .fill(catalogue.of("Why a new version?"), "We have none.")
          .start();
      sam.open(catalogue.of("Choose what to settle"), "");
      hindrances.put("Choose what to settle", sam.hindrances());
      sam.complete();
      sam.startProcess(catalogue.of("Exercise the plan")).start();
      sam.open(catalogue.of("Choose the scenario"), "");
      hindrances.put("Choose the scenario", sam.hindrances());
    }
    TASKS.forEach(
        (person, tasks) -> {
          try (var tasklist = Tasklist.logIn(browser, port, person)) {
            tasks.forEach(
                task -> hindrances.put(task, tasklist.open(catalogue.of(task), "").hindrances()));
          }
        });

    assertThat(hindrances).allSatisfy((task, found) -> assertThat(found).as(task).isEmpty());
  }
}
