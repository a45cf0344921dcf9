package breachresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.Reached;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Looks at each form where a test opens it first: a picture of all of it, and what every form owes
 * those who read it.
 */
final class FirstLook {

  private static final Pattern ABOUT_A_FORM =
      Pattern.compile("/task/[^/]+/form$|/process-definition/[^/]+/startForm$");
  private static final Pattern NAME =
      Pattern.compile("\"camundaFormRef\":\\{\"key\":\"([\\w-]+)\"|forms/([\\w-]+)\\.html\"");

  /** Of programs, not of people: expressions, what is not there, ids, instants, JSON, codes. */
  private static final Pattern RAW =
      Pattern.compile(
          "\\$\\{|undefined|\\bnull\\b|\\bNaN\\b|\\[object|Optional\\[|\\{\""
              + "|[0-9a-f]{8}-[0-9a-f]{4}-|\\d{4}-\\d\\d-\\d\\dT|\\b[A-Z]{2,}_[A-Z_]+\\b");

  private static final String TEXTS_AND_VALUES =
      """
      form => [form.innerText, ...[...form.querySelectorAll('input, textarea')].map(e => e.value)]
      """;

  /** The kinds of what is drawn, from top to bottom. */
  private static final String KINDS =
      """
      form => [...form.querySelectorAll('.fjs-form-field')]
          .flatMap(e => e.className.match(/(?<=fjs-form-field-)\\w+/) ?? [])
      """;

  private static final String CUT_OFF =
      """
      form => [...form.querySelectorAll('*')]
          .filter(e => getComputedStyle(e).overflowX !== 'visible' && e.clientWidth > 1)
          .filter(e => e.scrollWidth > e.clientWidth + 1)
          .map(e => 'cut off: ' + e.innerText)
      """;

  private static final String HEIGHT =
      """
      form => Math.max(...[...form.querySelectorAll('*'), form]
          .map(e => e.getBoundingClientRect().bottom))
      """;

  private final Page page;
  private String aboutTheForm;

  FirstLook(Page page) {
    this.page = page;
    page.onRequest(
        request -> {
          if (ABOUT_A_FORM.matcher(request.url()).find()) {
            aboutTheForm = request.url();
          }
        });
  }

  /** At the form that is open. */
  void at(Locator form) {
    var about = page.request().get(aboutTheForm).text();
    var name = NAME.matcher(about).results().map(FirstLook::file).findFirst().orElseThrow();
    if (Reached.FORMS.add(name)) {
      takePicture(form, name.substring(0, name.indexOf('.')));
      assertThat(faults(form)).as(name).isEmpty();
    }
  }

  private static String file(MatchResult name) {
    return name.group(1) == null ? name.group(2) + ".html" : name.group(1) + ".form";
  }

  private void takePicture(Locator form, String name) {
    var size = page.viewportSize();
    var bottom = ((Number) form.evaluate(HEIGHT)).intValue();
    page.setViewportSize(size.width, Math.max(size.height, bottom + 150));
    page.screenshot(Tasklist.to("forms/" + name));
    page.setViewportSize(size.width, size.height);
  }

  private List<String> faults(Locator form) {
    var faults = new ArrayList<String>();
    for (var text : strings(form, TEXTS_AND_VALUES)) {
      RAW.matcher(text).results().map(MatchResult::group).forEach(it -> faults.add("raw: " + it));
    }
    var kinds = strings(form, KINDS);
    if (!kinds.isEmpty() && !(kinds.get(0) + kinds.get(kinds.size() - 1)).equals("texttext")) {
      faults.add("it does not begin with what is asked and end with what follows: " + kinds);
    }
    faults.addAll(strings(form, CUT_OFF));
    faults.addAll(Faults.serious(page, Tasklist.FORM));
    return faults;
  }

  private static List<String> strings(Locator form, String question) {
    return ((List<?>) form.evaluate(question)).stream().map(String::valueOf).toList();
  }
}
