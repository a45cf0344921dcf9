package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.obligation.Obligation.Status;
import breachresponse.signoff.Document;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;

class NotifyCustomersTest extends TellingCustomers {

  private static final Map<String, Object> TELL = Map.of("decision", "tell");
  private static final Map<String, Object> DO_NOT_TELL =
      Map.of(
          "decision",
          "do-not-tell",
          "reason",
          "The passwords were hashed.\n\nNobody can use them.");

  @Test
  void legal_decides_and_sees_what_the_law_demands() {
    customersAffected(4);

    var task = staff.task(caseNumber.value(), "decideOnCustomers");

    assertThat(staff.groups(task)).containsExactly("legal");
    assertThat(staff.form(task))
        .containsEntry("decision", "tell")
        .hasEntrySatisfying("duties", shown -> assertThat(shown.toString()).contains("34"))
        .hasEntrySatisfying("caseSheet", shown -> assertThat(shown.toString()).contains("DE 300"));
  }

  @Test
  void half_of_the_time_is_for_the_decision() {
    customersAffected(4);
    assertThat(due("decideOnCustomers")).isEqualTo(Instant.parse("2026-03-04T14:45:00Z"));

    staff.does("lena", caseNumber.value(), "decideOnCustomers", TELL);

    assertThat(due("provideRecipients"))
        .isEqualTo(due("draftNotice"))
        .isEqualTo(Instant.parse("2026-03-05T14:30:00Z"));
  }

  @Test
  void where_no_law_demands_it_our_own_target_counts_and_nothing_is_proposed() {
    caseNumber = incidents.open("Price list copied", "Before its time.", "ian");
    start();

    assertThat(due("decideOnCustomers")).isEqualTo(Instant.parse("2026-03-04T15:00:00Z"));
    assertThat(staff.form(staff.task(caseNumber.value(), "decideOnCustomers")))
        .containsEntry("duties", "No law that we know demands that they are told.")
        .doesNotContainKey("decision");
  }

  @Test
  void the_reason_not_to_tell_is_signed_and_releases_the_duties() {
    customersAffected(4);

    staff.does("lena", caseNumber.value(), "decideOnCustomers", DO_NOT_TELL);
    var decision = signOffs.of(caseNumber).get(0);
    assertThat(decision.kind()).isEqualTo(Document.Kind.NO_NOTICE);
    assertThat(decision.content()).contains("DE 300", "34", "Nobody can use them.");
    assertThat(duties()).extracting("status").containsOnly(Status.OPEN);
    everybodySigns();

    assertThat(duties())
        .isNotEmpty()
        .allSatisfy(
            duty -> {
              assertThat(duty.status()).isEqualTo(Status.RELEASED);
              assertThat(duty.releaseReason())
                  .contains("The passwords were hashed.\n\nNobody can use them.");
            });
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_refused_reason_comes_back_to_legal_with_the_objections() {
    customersAffected(4);
    staff.does("lena", caseNumber.value(), "decideOnCustomers", DO_NOT_TELL);

    refuses("Unsalted hashes are no protection.");

    var task = staff.task(caseNumber.value(), "decideOnCustomers");
    assertThat(staff.form(task))
        .containsEntry("reason", DO_NOT_TELL.get("reason"))
        .hasEntrySatisfying(
            "objections", shown -> assertThat(shown.toString()).contains("Unsalted hashes"));
    assertThat(duties()).extracting("status").containsOnly(Status.OPEN);
    staff.does("lena", task, TELL);
    assertThat(staff.tasks(caseNumber.value())).containsExactly("draftNotice", "provideRecipients");
  }

  @Test
  void nobody_decides_not_to_tell_without_a_reason() {
    customersAffected(4);

    assertThatThrownBy(
            () ->
                staff.does(
                    "lena",
                    caseNumber.value(),
                    "decideOnCustomers",
                    Map.of("decision", "do-not-tell")))
        .hasMessageContaining("reason: please answer");
    assertThat(staff.tasks(caseNumber.value())).containsExactly("decideOnCustomers");
  }

  @Test
  void a_duty_that_came_up_after_the_decision_stays() {
    customersAffected(4);
    staff.does("lena", caseNumber.value(), "decideOnCustomers", DO_NOT_TELL);
    var decided = duties().size();
    incidents.record(caseNumber, facts(null, "DE", "US-CA"), "ian");
    register.determine(caseNumber);
    assertThat(duties()).hasSizeGreaterThan(decided);

    everybodySigns();

    assertThat(duties()).filteredOn(d -> d.status() == Status.RELEASED).hasSize(decided);
    assertThat(duties())
        .filteredOn(d -> d.status() == Status.OPEN)
        .isNotEmpty()
        .allSatisfy(d -> assertThat(d.duty().jurisdiction()).isEqualTo("US-CA"));
  }

  @Test
  void recipients_are_needed_or_the_word_that_nobody_can_be_mailed() {
    told();

    assertThatThrownBy(() -> provides(Map.of()))
        .hasMessageContaining("recipients: there are none yet")
        .hasMessageContaining("upload");
    assertThatThrownBy(() -> provides(Map.of("nobodyByMail", true)))
        .hasMessageContaining("reason: please answer");
    provides(Map.of("nobodyByMail", true, "reason", "We have postal addresses alone."));

    assertThat(timeline.of(caseNumber))
        .filteredOn(entry -> entry.act().equals("nobody can be reached by mail"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.by()).isEqualTo("petra"));
    assertThat(staff.tasks(caseNumber.value())).containsExactly("draftNotice");
  }

  @Test
  void who_says_that_nobody_can_be_mailed_contradicts_the_recipients() {
    told();
    upload("1,ann@example.com,Ann Other,en,DE");

    assertThatThrownBy(() -> provides(Map.of("nobodyByMail", true, "reason", "None.")))
        .hasMessageContaining("nobodyByMail: there are 1 recipients already");
    provides(Map.of("nobodyByMail", false));

    assertThat(staff.tasks(caseNumber.value())).containsExactly("draftNotice");
  }

  @Test
  void the_form_of_the_upload_shows_the_case_and_takes_no_other_answers() {
    told();
    upload("1,ann@example.com,Ann Other,en,DE");
    var task = staff.task(caseNumber.value(), "provideRecipients");
    assertThat(staff.groups(task)).containsExactly("core-it", "privacy");
    assertThat(staff.form(task))
        .containsEntry("caseNumber", caseNumber.value())
        .containsEntry("recipients", 1)
        .hasEntrySatisfying(
            "caseText", shown -> assertThat(shown.toString()).startsWith("Case " + caseNumber));

    assertThatThrownBy(() -> provides(Map.of("reason", "x".repeat(4001))))
        .hasMessageContaining("reason: 4001 characters are too many");
    provides(Map.of("noticeIsReleased", true));

    assertThat(processes.createVariableInstanceQuery().variableName("noticeIsReleased").list())
        .noneMatch(variable -> task.getProcessInstanceId().equals(variable.getProcessInstanceId()));
  }

  @Test
  void pr_finds_a_proposal_and_what_it_may_reveal() {
    told();

    var task = staff.task(caseNumber.value(), "draftNotice");

    assertThat(staff.groups(task)).containsExactly("pr");
    assertThat(staff.form(task))
        .containsEntry("objections", "")
        .hasEntrySatisfying(
            "disclosure",
            shown -> assertThat(shown.toString()).contains("User name or e-mail address"))
        .hasEntrySatisfying(
            "letterEnBody", shown -> assertThat(shown.toString()).contains("{{name}}"));
  }

  @Test
  void the_objections_to_a_refused_notice_reach_its_author_who_drafts_it_again() {
    told();
    drafts("It happened.");

    refuses("Say which data.");

    var task = staff.task(caseNumber.value(), "draftNotice");
    assertThat(staff.form(task))
        .containsEntry("letterEnBody", "Dear {{name}}, It happened.")
        .hasEntrySatisfying(
            "objections", shown -> assertThat(shown.toString()).contains("Say which data."));
    drafts("Passwords were copied.");
    everybodySigns();
    assertThat(staff.tasks(caseNumber.value()))
        .containsExactly("provideRecipients", "releaseNotice");
  }

  @Test
  void once_signed_a_test_goes_to_the_team() {
    told();
    drafts("It happened.");

    everybodySigns();
    dispatcher.sendDue();

    assertThat(mailsTo("incident-team@example.org"))
        .filteredOn(mail -> mail.contains("[TEST]"))
        .hasSize(2);
  }

  @Test
  void what_is_released_is_shown_exactly_with_its_signatures_and_recipients() {
    signedAndProvided();

    var task = staff.task(caseNumber.value(), "releaseNotice");

    assertThat(staff.groups(task)).containsExactly("cio", "senior-leadership");
    assertThat(staff.form(task))
        .containsEntry("recipients", "2 (en 1, es 1)")
        .hasEntrySatisfying(
            "document",
            shown ->
                assertThat(shown)
                    .isEqualTo(signOffs.get(notices.get(lastNotice()).documentId()).content()))
        .hasEntrySatisfying(
            "signatures", shown -> assertThat(shown.toString()).contains("Legal: leo"))
        .hasEntrySatisfying("refused", shown -> assertThat(shown.toString()).contains("| 4 | "));
  }

  @Test
  void who_wrote_or_signed_a_notice_cannot_release_it() {
    signedAndProvided();

    assertThatThrownBy(() -> releases("chris", "release"))
        .hasMessageContaining("decision: who wrote or signed a notice cannot release it");
    assertThat(staff.tasks(caseNumber.value())).containsExactly("releaseNotice");
  }

  @Test
  void without_recipients_nothing_is_released() {
    told();
    drafts("It happened.");
    everybodySigns();

    assertThatThrownBy(() -> releases("sam", "release"))
        .hasMessageContaining("decision: there are no recipients yet");
  }

  @Test
  void where_nobody_can_be_mailed_the_notice_is_released_for_the_public() {
    told();
    provides(Map.of("nobodyByMail", true, "reason", "We have postal addresses alone."));
    drafts("It happened.");
    everybodySigns();

    releases("sam", "release");

    assertThat(staff.tasks(caseNumber.value())).contains("postOnChannel");
  }

  @Test
  void a_mail_that_lacks_what_a_law_lists_is_refused() {
    customersAffected(2);
    staff.does("lena", caseNumber.value(), "decideOnCustomers", TELL);
    var proposed = staff.form(staff.task(caseNumber.value(), "draftNotice"));
    assertThat(proposed.get("contents").toString())
        .containsOnlyOnce("(missing)")
        .contains(
            "the likely consequences for them, GDPR Art 34\\(2\\), 33\\(3\\)\\(c\\) **(missing)**");
    var answers = new LinkedHashMap<String, Object>(proposed);
    answers.keySet().removeIf(key -> key.startsWith("letterEs"));
    answers.put("letterEnBody", "Dear {{name}}, call us.");

    assertThatThrownBy(() -> staff.does("pia", caseNumber.value(), "draftNotice", answers))
        .hasMessageContaining("letterEnBody: it does not say yet")
        .hasMessageContaining("the likely consequences for them (GDPR Art 34(2)");

    answers.put(
        "letterEnBody",
        proposed.get("letterEnBody") + "\n\nWhat this may mean: somebody may log in as you.");
    staff.does("pia", caseNumber.value(), "draftNotice", answers);
    assertThat(staff.tasks(caseNumber.value(), "sign")).isNotEmpty();
  }

  @Test
  void a_release_that_is_sent_back_reaches_the_author_with_its_reason() {
    signedAndProvided();

    releases("sam", "draft-again");

    assertThat(staff.form(staff.task(caseNumber.value(), "draftNotice")))
        .containsEntry("objections", "sam: The telephone number is wrong.");
    drafts("Call 030 12345.");
    everybodySigns();
    assertThat(staff.tasks(caseNumber.value())).containsExactly("releaseNotice");
  }

  @Test
  void a_released_notice_is_sent_as_it_was_signed_and_ends_the_story() {
    customersAffected(2);
    staff.does("lena", caseNumber.value(), "decideOnCustomers", TELL);
    signedAndProvided();

    releases("sam", "release");
    mailIsSent();

    assertThat(mailsTo("ann@example.com"))
        .singleElement()
        .asString()
        .contains("Dear Ann Other, It happened.");
    assertThat(duties()).extracting("status").containsOnly(Status.FULFILLED);
    assertThat(staff.passed(caseNumber.value())).contains("customersTold");
    assertThat(isOver()).isTrue();
  }

  private void customersAffected(int level) {
    aCase(level);
    start();
  }

  private void start() {
    processes.startProcessInstanceByKey(
        "notify-customers",
        caseNumber.value(),
        Variables.putValue("caseNumber", caseNumber.value()));
    staff.runDueJobs();
  }

  private void told() {
    customersAffected(4);
    staff.does("lena", caseNumber.value(), "decideOnCustomers", TELL);
  }

  private void signedAndProvided() {
    if (caseNumber == null) {
      told();
    }
    upload(
        "1,ann@example.com,Ann Other,en,DE",
        "2,eva@example.com,Eva Otra,es,ES",
        "3,nobody,No,en,DE");
    provides(Map.of());
    drafts("It happened.");
    everybodySigns();
  }

  private void provides(Map<String, Object> answers) {
    staff.does("petra", caseNumber.value(), "provideRecipients", answers);
  }

  private void drafts(String account) {
    var answers = new LinkedHashMap<String, Object>();
    answers.put("letterEnSubject", "Notice of data breach");
    answers.put("letterEnBody", "Dear {{name}}, " + account);
    answers.put("letterEsSubject", "Aviso");
    answers.put("letterEsBody", "Hola {{name}}, ha pasado.");
    answers.put("postTitle", "Notice of data breach");
    answers.put("postBody", account);
    answers.put("social", "A data breach happened.");
    answers.put("incomplete", true);
    answers.put("incompleteReason", "The rest is on our page.");
    staff.does("pia", caseNumber.value(), "draftNotice", answers);
  }

  private void releases(String person, String decision) {
    staff.does(
        person,
        caseNumber.value(),
        "releaseNotice",
        Map.of("decision", decision, "reason", "The telephone number is wrong."));
  }

  private void everybodySigns() {
    staff
        .tasks(caseNumber.value(), "sign")
        .forEach(task -> staff.does(signatory(task), task, Map.of("decision", "sign")));
  }

  private void refuses(String comment) {
    var task = staff.tasks(caseNumber.value(), "sign").get(0);
    staff.does(signatory(task), task, Map.of("decision", "refuse", "comment", comment));
  }

  private String signatory(Task task) {
    return Map.of("legal", "leo", "cio", "chris", "pr", "paul", "ceo", "carla")
        .get(staff.groups(task).get(0));
  }

  private Instant due(String task) {
    return staff.task(caseNumber.value(), task).getDueDate().toInstant();
  }
}
