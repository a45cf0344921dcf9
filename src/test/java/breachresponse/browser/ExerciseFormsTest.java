package breachresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.LocalDate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An exercise in Tasklist, so fast that its first inject is there at once. */
@BrowserTest
class ExerciseFormsTest {

  private static final String ITS_CASE = "EXERCISE-";

  @LocalServerPort int port;

  /** Other tests in this JVM stop the engine's clock, and injects wait for it. */
  @BeforeEach
  void time_runs() {
    ClockUtil.reset();
  }

  @Test
  void an_exercise_is_chosen_played_ended_and_learned_from(Browser browser) {
    try (var sam = Tasklist.logIn(browser, port, "sam")) {
      sam.startProcess("Exercise the plan").withoutMouse().start();
      sam.filter("Senior leadership")
          .open("Choose the scenario", "")
          .withoutMouse()
          .choose("Scenario", "An e-mail to the wrong list")
          .pick("Who takes part", "Ian Core-It (ian)", "Sam Leadership (sam)")
          .fill("How many times as fast as real time?", "720")
          .screenshot("choose-scenario")
          .complete();
    }
    try (var ian = Tasklist.logIn(browser, port, "ian")) {
      ian.filter("Core IT").open("EXERCISE: Answer the inject", ITS_CASE);
      assertThat(ian.text())
          .contains("Can it be called back?", "Exercise, 720 times as fast", "212 customers");
      ian.withoutMouse()
          .fill("What you do or say", "We ask the 212 to delete it.")
          .screenshot("answer-inject")
          .complete();
    }
    try (var sam = Tasklist.logIn(browser, port, "sam")) {
      sam.filter("Senior leadership")
          .open("EXERCISE: End the exercise", ITS_CASE)
          .withoutMouse()
          .fill("Why does it end now?", "We have seen enough.")
          .screenshot("end-the-exercise")
          .complete();
      sam.open("EXERCISE: Draw the lessons", ITS_CASE)
          .choose("Is anything to change?", "Yes, there are lessons")
          .withoutMouse()
          .fill("First lesson", "Mails to many go through a second pair of eyes.")
          .choose("First lesson: who sees to it", "Ian Core-It (ian)")
          .fillDate("First lesson: by when", LocalDate.of(2026, 4, 1))
          .screenshot("draw-the-lessons");
      try (var report = sam.follow("The report")) {
        assertThat(report.locator("body").innerText())
            .contains("EXERCISE", "An e-mail to the wrong list", "We ask the 212 to delete it.");
        report.screenshot(Tasklist.to("exercise-report").setFullPage(true));
      }
      sam.complete();
    }
  }
}
