package breachresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** Tasklist as one person sees it and works in it. Fields are named by their labels. */
final class Tasklist implements AutoCloseable {

  /** In milliseconds; much, since a machine may be busy with other tests. */
  private static final int PATIENCE = 60_000;

  private static final Pattern CASE_NUMBER = Pattern.compile("\\d{4}-\\d{4,}");

  private static final Pattern OPEN_TASK = Pattern.compile("[?&]task=([\\w-]+)");

  /** Buttons after the last field: of a task, and of a form that starts a process. */
  private static final Set<String> LAST = Set.of("Save", "Complete", "Close", "Start");

  /** That of a process that is started lies above that of the open task. */
  static final String FORM =
      ".modal-content [cam-tasklist-form], body:not(.modal-open) [cam-tasklist-form]";

  private static final DateTimeFormatter US_DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** Answers one question about the open form. Of the buttons of a choice, Tab reaches one. */
  private static final String KEYBOARD =
      """
      question => {
        const form = [...document.querySelectorAll('%s')].pop();
        const key = e => e.type === 'radio' ? 'radio ' + e.name : e.id || e.innerText.trim();
        const fields = [...form.querySelectorAll('input, textarea, select')]
            .filter(e => e.offsetParent && !e.disabled && !e.readOnly);
        // a list to choose from draws a box in place of its field
        const drawn = e => e.closest('.fjs-input-group, .fjs-taglist') ?? e;
        switch (question) {
          case 'fields': return fields.map(key);
          case 'nameless': return fields
              .filter(e => !e.labels.length && !e.ariaLabel && !e.getAttribute('aria-labelledby'))
              .map(key);
          // a wide table scrolls within its text
          case 'cutOff': return [...form.querySelectorAll('*')]
              .filter(e => !e.closest('table'))
              .filter(e => e.getBoundingClientRect().right > window.innerWidth)
              .map(e => e.tagName + ' ' + e.className);
          case 'begin': fields[0]?.focus(); return null;
          case 'reached': return key(document.activeElement);
          case 'isOnTop': {
            const box = drawn(document.activeElement);
            const {left, top, width, height} = box.getBoundingClientRect();
            return box.contains(document.elementFromPoint(left + width / 2, top + height / 2));
          }
          case 'isMarked': return [document.activeElement, drawn(document.activeElement)]
              .map(e => getComputedStyle(e))
              .some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
        }
      }
      """
          .formatted(FORM);

  private final Page page;
  private final FirstLook firstLook;

  private Tasklist(Page page) {
    this.page = page;
    this.firstLook = new FirstLook(page);
  }

  /** Logs in with the password of the sample staff. The browser's zone is UTC. */
  static Tasklist logIn(Browser browser, int port, String person) {
    var page =
        browser
            .newContext(
                new NewContextOptions()
                    .setBaseURL("http://127.0.0.1:" + port)
                    .setLocale("en-US")
                    .setTimezoneId("UTC")
                    .setViewportSize(1280, 800))
            .newPage();
    page.setDefaultTimeout(PATIENCE);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    page.navigate("/camunda/app/tasklist/default/");
    LogIn.as(page, person);
    return in(page);
  }

  /** Where somebody has logged in already. */
  static Tasklist in(Page page) {
    var tasklist = new Tasklist(page);
    tasklist.isLoaded();
    return tasklist;
  }

  List<String> filters() {
    return page.locator(".task-filter .name a").allInnerTexts().stream()
        .map(name -> name.replaceFirst("\\s*\\(?\\d+\\)?$", "").strip())
        .toList();
  }

  Tasklist filter(String name) {
    page.locator(".task-filter .name a")
        .filter(new FilterOptions().setHasText(Pattern.compile("^\\s*" + literally(name))))
        .click();
    isLoaded();
    return this;
  }

  /** Starts a process; its form is open then, {@link #start()} sends it. */
  Tasklist startProcess(String name) {
    page.locator(".start-process-action a").click();
    page.locator(".modal-content .processes a").filter(exactly(name)).click();
    return startFormIsDrawn();
  }

  /** Follows the entry beside those of Tasklist; the form that it opens is open then. */
  Tasklist report(String entry) {
    page.getByText(entry).click();
    return startFormIsDrawn();
  }

  /** What the person may start. */
  List<String> processes() {
    page.locator(".start-process-action a").click();
    page.locator(".modal-content .processes a").first().waitFor();
    return page.locator(".modal-content .processes a").allInnerTexts();
  }

  void start() {
    if (!sent(button(page.locator(".modal-content"), "Start"))) {
      throw new AssertionError(message());
    }
    assertThat(page.locator(".modal-content")).isHidden();
  }

  /** The case of the first task of that name in the list of the filter, once there is one. */
  String caseOf(String task) {
    return CASE_NUMBER
        .matcher(card(task, "").innerText())
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow();
  }

  /** Waits until the task is in the list of the filter, opens it and claims it if it is free. */
  Tasklist open(String task, String caseNumber) {
    card(task, caseNumber).locator("h4.task a").click();
    assertThat(page.locator(".task-card h2.task").filter(exactly(task))).isVisible();
    page.locator("button.claim, button.unclaim").first().waitFor();
    if (page.locator("button.claim").isVisible()) {
      page.locator("button.claim").click();
    }
    assertThat(page.locator("button.unclaim")).isVisible();
    assertThat(page.locator(".disabled-form")).hasCount(0);
    assertThat(form().locator("form")).not().isEmpty();
    isPainted();
    firstLook.at(form());
    return this;
  }

  /** What the list says of the task. */
  Locator cardOf(String task, String caseNumber) {
    return card(task, caseNumber);
  }

  /** The tightest clock of the task's case, as its card in the list has it. */
  Locator clockOf(String task, String caseNumber) {
    return card(task, caseNumber).locator(".case-clock");
  }

  /** What a tab beside the form shows of the open task. */
  Locator tab(String name) {
    page.locator(".task-card .nav-tabs a").filter(exactly(name)).click();
    return page.locator(".task-card .tab-content");
  }

  /** What a look at the page as it is now finds. */
  List<String> check(Function<Page, List<String>> look) {
    return look.apply(page);
  }

  /** What the server answers to the person's browser. */
  int status(String address) {
    return page.request().get(address).status();
  }

  String answer(String address) {
    return page.request().get(address).text();
  }

  /** What the open form says, its labels and values left out where they are in fields. */
  String text() {
    return form().innerText();
  }

  String value(String label) {
    return labelled(label).inputValue();
  }

  /** Leaves the field too: a click on a button just after the last key would be lost. */
  Tasklist fill(String label, String text) {
    labelled(label).fill(text);
    labelled(label).blur();
    return this;
  }

  Tasklist choose(String label, String option) {
    var radio = group("radio", label);
    if (radio.count() > 0) {
      radio.getByLabel(option, new Locator.GetByLabelOptions().setExact(true)).check();
      return this;
    }
    // the field itself is hidden until it has the focus
    group("select", label).locator(".fjs-input-group").click();
    form().locator(".fjs-dropdownlist-item").filter(exactly(option)).click();
    return this;
  }

  Tasklist tick(String label, String... options) {
    for (var option : options) {
      group("checklist", label)
          .getByLabel(option, new Locator.GetByLabelOptions().setExact(true))
          .check();
    }
    return this;
  }

  Tasklist tickAll(String label) {
    group("checklist", label).getByRole(AriaRole.CHECKBOX).all().forEach(Locator::check);
    return this;
  }

  Tasklist confirm(String label) {
    labelled(label).check();
    return this;
  }

  /** Picks from a list in which one can search. */
  Tasklist pick(String label, String... options) {
    for (var option : options) {
      labelled(label).fill(option);
      form().locator(".fjs-dropdownlist-item").filter(exactly(option)).click();
    }
    // the list stays open over what comes next
    labelled(label).blur();
    return this;
  }

  Tasklist fillDate(String label, LocalDate day) {
    var field = group("datetime", label);
    isPainted();
    field.locator("[id$=-date]").fill(US_DATE.format(day));
    field.locator("[id$=-date]").press("Enter");
    isPainted();
    return this;
  }

  Tasklist fillTime(String dateLabel, LocalDateTime utc) {
    fillDate(dateLabel, utc.toLocalDate());
    var field = group("datetime", dateLabel);
    field.locator("[id$=-time]").fill(TIME.format(utc));
    field.locator("[id$=-time]").press("Tab");
    isPainted();
    return this;
  }

  /** Chooses the file, uploads it and waits for the answer. */
  Tasklist upload(Path file) {
    page.locator(".task-card input[type=file]").setInputFiles(file);
    page.waitForResponse(
        answer -> answer.url().endsWith("/recipients"),
        button(page.locator(".task-card"), "Upload")::click);
    assertThat(form().getByText("The file is being checked")).isHidden();
    return this;
  }

  /**
   * @throws AssertionError with what the person sees if the server refuses it
   */
  void complete() {
    var task = OPEN_TASK.matcher(page.url()).results().findFirst().orElseThrow().group(1);
    if (!sent(button(page.locator(".task-card"), "Complete"))) {
      throw new AssertionError(message());
    }
    assertThat(page.locator(".task-card")).hasCount(0);
    // until the list is read anew Tasklist may close what is opened meanwhile
    assertThat(page.locator("ol.tasks-list a[href*='task=" + task + "']")).hasCount(0);
    isLoaded();
  }

  /**
   * Tries to complete the task, which the server refuses.
   *
   * @return the message that the person sees
   */
  String refusal() {
    if (sent(button(page.locator(".task-card"), "Complete"))) {
      throw new AssertionError("the task was completed");
    }
    return message();
  }

  /** Goes through the open form by the tab key, as who has no mouse does, on this screen. */
  Tasklist withoutMouse() {
    Assertions.assertThat(hindrances()).isEmpty();
    return this;
  }

  /** What keeps who has no mouse from completing the form, or is cut off on the screen. */
  List<String> hindrances() {
    var found = new ArrayList<String>();
    strings("nameless").forEach(field -> found.add(field + " has no name"));
    strings("cutOff").forEach(part -> found.add(part + " is cut off"));
    var missed = new LinkedHashSet<>(strings("fields"));
    var longest = 10 * missed.size() + 200;
    page.evaluate(KEYBOARD, "begin");
    for (var steps = 0; steps < longest; steps++) {
      var reached = page.evaluate(KEYBOARD, "reached").toString();
      // the button of a form that lacks answers is disabled
      if (LAST.contains(reached)) {
        missed.forEach(field -> found.add(field + " is not reached"));
        return found;
      }
      if (missed.remove(reached)) {
        isPainted();
        found.addAll(unseen(reached));
      }
      page.keyboard().press("Tab");
    }
    found.add("Complete is not reached");
    return found;
  }

  /** Of the field that has the focus. */
  private List<String> unseen(String field) {
    var found = new ArrayList<String>();
    if (!is("isOnTop")) {
      found.add(field + " is out of sight or covered");
    }
    if (!is("isMarked")) {
      found.add(field + " does not show that it has the focus");
    }
    return found;
  }

  private boolean is(String question) {
    return (boolean) page.evaluate(KEYBOARD, question);
  }

  private List<String> strings(String question) {
    return ((List<?>) page.evaluate(KEYBOARD, question)).stream().map(String::valueOf).toList();
  }

  /** Tries to complete the task, which the form itself refuses: an answer is missing. */
  Tasklist isAskedForMore() {
    button(page.locator(".task-card"), "Complete").click();
    assertThat(form().getByText("Field is required.")).isVisible();
    message();
    return this;
  }

  /** Follows a link of the form, to the page that it opens. */
  Page follow(String link) {
    var page = this.page.waitForPopup(form().getByText(link)::click);
    page.waitForLoadState();
    return page;
  }

  /** Shows that part of the open form. */
  Tasklist scrollTo(String text) {
    form().getByText(text).first().scrollIntoViewIfNeeded();
    return this;
  }

  Tasklist screenshot(String name) {
    page.screenshot(to(name));
    return this;
  }

  /** Where screenshots of that name go. */
  static ScreenshotOptions to(String name) {
    return new ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png"));
  }

  void logOut() {
    page.locator(".account .dropdown-toggle").click();
    page.locator(".logout a").click();
    assertThat(page.getByPlaceholder("Username")).isVisible();
    close();
  }

  @Override
  public void close() {
    page.context().close();
  }

  private Locator card(String task, String caseNumber) {
    var card =
        page.locator("ol.tasks-list > li.task")
            .filter(new FilterOptions().setHas(page.locator("h4.task a").filter(exactly(task))))
            .filter(new FilterOptions().setHasText(caseNumber))
            .first();
    await("task '%s' of case %s".formatted(task, caseNumber))
        .atMost(Duration.ofMillis(PATIENCE))
        .until(
            () -> {
              if (!card.isVisible()) {
                page.reload();
                isLoaded();
              }
              return card.isVisible();
            });
    return card;
  }

  /** Start is enabled, and fails, before Tasklist has fetched the form. */
  private Tasklist startFormIsDrawn() {
    page.locator(".modal-content .fjs-form-field").first().waitFor();
    isPainted();
    firstLook.at(form());
    return this;
  }

  private void isLoaded() {
    try {
      page.locator(".task-filter.active").waitFor();
    } catch (TimeoutError e) {
      page.screenshot(to("not-loaded"));
      throw e;
    }
    assertThat(page.locator("[cam-tasks] .loader")).isHidden();
    page.locator("ol.tasks-list > li.task, [cam-tasks] .well").first().waitFor();
  }

  /** A date or time typed sooner than the form has painted is lost; no person is that quick. */
  private void isPainted() {
    page.evaluate(
        """
        () => new Promise(done =>
          requestAnimationFrame(() => setTimeout(() =>
            requestAnimationFrame(() => setTimeout(done)))))
        """);
  }

  private boolean sent(Locator button) {
    try {
      return page.waitForResponse(answer -> answer.url().endsWith("/submit-form"), button::click)
          .ok();
    } catch (TimeoutError nothingSent) {
      screenshot("not-sent");
      var errors = form().locator(".fjs-form-field-error").allInnerTexts();
      throw new AssertionError("the form was not sent: " + errors, nothingSent);
    }
  }

  private String message() {
    var notification = page.locator(".notifications .alert-danger").last();
    var text = notification.innerText();
    notification.locator(".close:visible").click();
    return text;
  }

  private Locator form() {
    return page.locator(FORM).last();
  }

  private Locator labelled(String label) {
    return form().getByLabel(label(label));
  }

  private Locator group(String type, String label) {
    return form()
        .locator(".fjs-form-field-" + type)
        .filter(
            new FilterOptions()
                .setHas(
                    page.locator("label.fjs-form-field-label")
                        .filter(new FilterOptions().setHasText(label(label)))));
  }

  /** A label as shown: required fields have an asterisk. */
  private static Pattern label(String label) {
    return Pattern.compile("^\\s*" + literally(label) + "\\s*\\*?\\s*$");
  }

  private static FilterOptions exactly(String text) {
    return new FilterOptions().setHasText(Pattern.compile("^\\s*" + literally(text) + "\\s*$"));
  }

  /** Quoted for the regular expressions of JavaScript, which know no {@code \\Q}. */
  private static String literally(String text) {
    return text.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0");
  }

  private static Locator button(Locator within, String name) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
