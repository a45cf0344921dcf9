package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.obligation.Obligation.Status;
import breachresponse.signoff.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NotifyCustomersTest extends TellingCustomers {

  private static final Map<String, Object> TELL = Map.of("decision", "tell");
  private static final Map<String, Object> SAME_FOR_ALL = Map.of("sameForAll", "yes");
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
        .isEqualTo(due("defineSegments"))
        .isEqualTo(Instant.parse("2026-03-05T14:30:00Z"));
  }

  @Test
  void where_no_law_demands_it_our_own_target_counts_and_nothing_is_proposed() {
    caseNumber = incidents.open("Price list copied", "Before its time.", "ian");
    incidents.assess(caseNumber, 1, "Internal information", "ian");
    start();

    assertThat(due("decideOnCustomers")).isEqualTo(Instant.parse("2026-03-06T03:00:00Z"));
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
    assertThat(staff.tasks(caseNumber.value()))
        .containsExactly("defineSegments", "provideRecipients");
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
  void the_form_of_the_upload_shows_the_case_and_takes_no_other_answers(
      @Autowired NoticeSheet sheet) {
    told();
    upload("1,ann@example.com,Ann Other,en,DE");
    var task = staff.task(caseNumber.value(), "provideRecipients");
    assertThat(staff.groups(task)).containsExactly("core-it", "privacy");
    assertThat(staff.form(task))
        .containsEntry("caseNumber", caseNumber.value())
        .containsEntry("recipients", 1)
        .hasEntrySatisfying(
            "caseText", shown -> assertThat(shown.toString()).startsWith("Case " + caseNumber));
    assertThat(sheet.upload(caseNumber, "Answered by [the plan](/api/plan/versions/1/booklet)"))
        .containsEntry("caseText", "Answered by the plan");

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
  void signatories_see_the_changes_the_checks_and_each_mail_as_it_will_arrive() {
    told();
    drafts("It happened.");
    var first = staff.form(staff.tasks(caseNumber.value(), "sign").get(0));
    assertThat(first)
        .containsEntry("changes", "")
        .containsEntry("preview", "/api/notices/%s/preview".formatted(lastNotice()))
        .hasEntrySatisfying(
            "checks",
            checks ->
                assertThat(checks.toString())
                    .contains("GDPR", "**(missing)**", "Mail in English: grade", "INFLESZ"));
    refuses("Say which data.");

    drafts("Passwords were copied.");

    assertThat(staff.form(staff.tasks(caseNumber.value(), "sign").get(0)).get("changes").toString())
        .contains(
            "#### Mail in English", "`It happened`", "`Passwords were copied`", "#### Public post")
        .doesNotContain("Mail in Spanish");
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
            "objections",
            shown ->
                assertThat(shown.toString()).matches("\\* (Legal|CIO|PR|CEO): Say which data\\."));
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
        .containsEntry(
            "recipients",
            "2 (English 1, Spanish 1)\n\nSHA-256 of their list: `%s`"
                .formatted(recipients.digest(caseNumber)))
        .hasEntrySatisfying(
            "document",
            shown ->
                assertThat(shown)
                    .isEqualTo(signOffs.get(notices.get(lastNotice()).documentId()).content()))
        .hasEntrySatisfying(
            "signatures", shown -> assertThat(shown.toString()).contains("Legal: Leo Legal"))
        .hasEntrySatisfying("refused", shown -> assertThat(shown.toString()).contains("| 4 | "));
  }

  @Test
  void who_releases_sees_which_rows_say_more_of_an_address_than_could_be_taken() {
    signedAndProvided();
    var task = staff.task(caseNumber.value(), "releaseNotice");
    assertThat(staff.form(task)).containsEntry("differing", "");

    upload("7,zoe@example.com,Zoe,en,DE", "8,Zoe@example.com,Zoe,en,US-CA");

    assertThat(staff.form(task).get("differing").toString())
        .contains("| 3 | residence: an earlier row with this address has none or another one");
    assertThat(staff.form(task)).containsEntry("refused", "");
  }

  @Test
  void who_releases_sees_the_mail_in_each_language_as_it_leaves() {
    signedAndProvided();
    var samples =
        staff.form(staff.task(caseNumber.value(), "releaseNotice")).get("samples").toString();

    assertThat(samples)
        .contains(
            "in English\n**From:** Carla Example \\<ceo\\@example.org\\>",
            "**To:** alex\\@example.com",
            "**Subject:** Notice of data breach",
            "> Dear Alex Example, It happened.",
            "in Spanish\n",
            "**Subject:** Aviso",
            "> Hola Alex Example")
        .doesNotContain("ann\\@example.com", "{{name}}");
  }

  @Test
  void who_releases_sees_the_sender_and_whether_the_last_mail_leaves_in_time() {
    signedAndProvided();
    var task = staff.task(caseNumber.value(), "releaseNotice");

    assertThat(staff.form(task).get("sender").toString())
        .contains("Carla Example", "ceo\\@example.org");
    assertThat(staff.form(task).get("senderCheck").toString()).contains("not checked");
    assertThat(staff.form(task).get("pace").toString())
        .contains("2 mails at 14 a second (no rate is set", "take about 1 min")
        .contains("No law sets a fixed time.");

    peopleInCalifornia();
    assertThat(staff.form(task).get("pace").toString())
        .contains("That is in time: the law wants people told by Fri 3 Apr 2026, 08:59 Berlin")
        .doesNotContain("Too late");

    time.passes(Duration.ofDays(60));
    assertThat(staff.form(task).get("pace").toString()).contains("**Too late:**");
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
    mailIsSent();

    assertThat(staff.tasks(caseNumber.value())).contains("postOnChannel");
  }

  @Test
  void a_mail_that_lacks_what_a_law_lists_is_refused() {
    customersAffected(2);
    staff.does("lena", caseNumber.value(), "decideOnCustomers", TELL);
    staff.does("pia", caseNumber.value(), "defineSegments", SAME_FOR_ALL);
    var proposed = staff.form(staff.task(caseNumber.value(), "draftNotice"));
    assertThat(proposed.get("contents1").toString())
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
  void texts_that_contradict_the_facts_or_each_other_are_not_laid_down() {
    told();

    assertThatThrownBy(() -> drafts("It affects 3,000 people."))
        .hasMessageContaining(
            "letterEnBody: people: the mail in English says 3,000, the facts say 300")
        .hasMessageContaining("postBody: people: the public post says 3,000");
    assertThat(staff.tasks(caseNumber.value())).containsExactly("draftNotice", "provideRecipients");
    assertThat(notices.of(caseNumber)).isEmpty();
  }

  @Test
  void a_notice_that_new_facts_contradict_is_not_released() {
    told();
    upload("1,ben@example.com,Ben Other,en,DE");
    provides(Map.of());
    drafts("It affects 300 people.");
    everybodySigns();
    incidents.record(caseNumber, facts(null), "ian");

    assertThatThrownBy(() -> releases("sam", "release"))
        .hasMessageContaining(
            "postBody: people: the public post says 300, the facts say no number");
    assertThat(staff.tasks(caseNumber.value())).containsExactly("releaseNotice");

    incidents.record(caseNumber, facts(null, "DE"), "ian");
    releases("sam", "release");
    assertThat(staff.tasks(caseNumber.value())).doesNotContain("releaseNotice");
    mailIsSent();
  }

  @Test
  void a_list_that_has_changed_since_it_was_looked_at_is_not_released() {
    signedAndProvided();
    var looked = staff.form(staff.task(caseNumber.value(), "releaseNotice")).get("shownList");
    upload("9,zoe@example.com,Zoe Other,en,DE");

    assertThatThrownBy(
            () ->
                staff.does(
                    "sam",
                    caseNumber.value(),
                    "releaseNotice",
                    Map.of("decision", "release", "list", looked)))
        .hasMessageContaining("decision: the list of recipients has changed");
    releases("sam", "release");
    mailIsSent();
    assertThat(mailsTo("zoe@example.com")).hasSize(1);
  }

  @Test
  void a_wrong_list_is_taken_back_and_nobody_on_it_is_mailed() {
    signedAndProvided();
    staff.does(
        "sam",
        caseNumber.value(),
        "releaseNotice",
        Map.of("decision", "another-list", "reason", "These are the customers of 2019."));

    assertThat(recipients.summary(caseNumber).total()).isZero();
    var task = staff.task(caseNumber.value(), "provideAnotherList");
    assertThat(staff.form(task).get("caseText").toString())
        .startsWith("The list was taken back.")
        .contains("2 people: These are the customers of 2019.");
    assertThatThrownBy(() -> staff.does("petra", task, Map.of()))
        .hasMessageContaining("recipients: there are none yet");

    upload("7,zoe@example.com,Zoe Other,en,DE");
    staff.does("petra", task, Map.of());
    releases("sam", "release");
    mailIsSent();

    assertThat(mailsTo("zoe@example.com")).hasSize(1);
    assertThat(mailsTo("ann@example.com")).isEmpty();
  }

  @Test
  void where_no_segment_includes_anybody_they_are_told_otherwise() {
    decided();
    upload("1,ann@example.com,Ann Other,en,DE");
    provides(Map.of());
    defines("Americans", "US", "", List.of(), "Canadians", "CA", "", List.of());
    draftsForTwo();
    everybodySigns();
    staff.does(
        "sam",
        caseNumber.value(),
        "releaseNotice",
        Map.of("decision", "release", "someGetNone", true));
    mailIsSent();

    assertThat(mailsTo("ann@example.com")).isEmpty();
    assertThat(staff.tasks(caseNumber.value())).contains("reachTheRest");
  }

  @Test
  void a_list_that_is_not_complete_is_not_taken_back() {
    told();
    drafts("It happened.");
    everybodySigns();

    assertThatThrownBy(() -> releases("sam", "another-list"))
        .hasMessageContaining("decision: the list is not complete yet");
    assertThat(staff.tasks(caseNumber.value())).contains("provideRecipients", "releaseNotice");
  }

  @Test
  void a_release_that_is_sent_back_reaches_the_author_with_its_reason() {
    signedAndProvided();

    releases("sam", "draft-again");

    assertThat(staff.form(staff.task(caseNumber.value(), "draftNotice")))
        .containsEntry("objections", "* Sam Leadership: The telephone number is wrong.");
    drafts("Call 030 12345.");
    everybodySigns();
    assertThat(staff.tasks(caseNumber.value())).containsExactly("releaseNotice");
  }

  @Test
  void a_released_notice_is_sent_as_it_was_signed_and_ends_the_story() {
    customersAffected(2);
    staff.does("lena", caseNumber.value(), "decideOnCustomers", TELL);
    staff.does("pia", caseNumber.value(), "defineSegments", SAME_FOR_ALL);
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

  @Test
  void that_everybody_gets_the_same_mail_takes_one_click() {
    decided();
    var task = staff.task(caseNumber.value(), "defineSegments");

    assertThat(staff.groups(task)).containsExactly("pr", "privacy");
    assertThat(staff.form(task))
        .containsEntry("sameForAll", "yes")
        .containsEntry("people", "No recipients have been provided yet.");
    staff.does("pia", task, staff.form(task));

    assertThat(staff.form(staff.task(caseNumber.value(), "draftNotice")))
        .containsEntry("segment1", "The mail")
        .containsEntry("segment2", "");
    assertThat(acts()).doesNotContain("segments defined");
  }

  @Test
  void who_defines_segments_sees_what_recipients_can_be_told_apart_by() {
    decided();
    uploadWithGroups(
        "1,ann@example.com,Ann Other,en,US-CA,cards vip", "2,eva@example.com,Eva,es,,");

    assertThat(staff.form(staff.task(caseNumber.value(), "defineSegments")))
        .hasEntrySatisfying(
            "people",
            shown ->
                assertThat(shown.toString())
                    .contains(
                        "| 1 | US-CA | cards, vip | English |", "| 1 | not known |  | Spanish |"));
  }

  @Test
  void each_segment_is_told_of_its_own_data_and_held_against_its_own_laws() {
    aCase(4);
    incidents.record(caseNumber, facts(null, "DE", "US-CA"), "ian");
    register.determine(caseNumber);
    start();
    staff.does("lena", caseNumber.value(), "decideOnCustomers", TELL);
    defines("Californians", "US-CA", "", List.of("name"), "others", "", "", List.of());

    var form = staff.form(staff.task(caseNumber.value(), "draftNotice"));

    assertThat(form)
        .containsEntry("segment1", "The mail to Californians (people who live in US\\-CA)")
        .containsEntry("segment2", "The mail to others (everybody who is left)")
        .hasEntrySatisfying(
            "letterEnBody",
            body -> assertThat(body.toString()).contains("- Name").doesNotContain("password with"))
        .hasEntrySatisfying(
            "letter2EnBody",
            body -> assertThat(body.toString()).contains("**Change your password**"))
        .hasEntrySatisfying(
            "contents1", wanted -> assertThat(wanted.toString()).contains("1798.82"))
        .hasEntrySatisfying("contents2", wanted -> assertThat(wanted.toString()).contains("GDPR"));
    assertThat(acts()).contains("segments defined");
  }

  @Test
  void the_laws_of_other_places_ask_nothing_of_a_segment() {
    aCase(4);
    incidents.record(caseNumber, facts(null, "DE", "US-CA"), "ian");
    register.determine(caseNumber);
    start();
    staff.does("lena", caseNumber.value(), "decideOnCustomers", TELL);
    defines("Germans", "DE", "", List.of(), "others", "", "", List.of());

    assertThat(staff.form(staff.task(caseNumber.value(), "draftNotice")))
        .hasEntrySatisfying(
            "contents1",
            wanted -> assertThat(wanted.toString()).contains("GDPR").doesNotContain("1798.82"))
        .hasEntrySatisfying(
            "contents2", wanted -> assertThat(wanted.toString()).contains("GDPR", "1798.82"));
  }

  @Test
  void the_mail_of_a_later_segment_that_lacks_what_a_law_lists_is_named() {
    decided();
    defines("card holders", "", "cards", List.of(), "others", "", "", List.of());
    var answers =
        new LinkedHashMap<String, Object>(
            staff.form(staff.task(caseNumber.value(), "draftNotice")));
    answers.keySet().removeIf(key -> key.contains("Es"));
    answers.computeIfPresent(
        "letterEnBody", (key, body) -> body + "\n\nWhat this may mean: somebody may log in.");
    answers.put("letter2EnBody", "Dear {{name}}, call us.");

    assertThatThrownBy(() -> staff.does("pia", caseNumber.value(), "draftNotice", answers))
        .hasMessageContaining("letter2EnBody: it does not say yet");
  }

  @Test
  void everybody_gets_the_mail_of_the_first_segment_they_are_in_and_who_is_in_none_gets_none() {
    decided();
    uploadWithGroups(
        "1,ann@example.com,Ann Other,en,DE,cards vip",
        "2,eva@example.com,Eva Otra,es,US-CA,cards",
        "3,bob@example.com,Bob Any,en,US-CA,vip",
        "4,tom@example.com,Tom Any,en,FR,vip",
        "5,kim@example.com,Kim Any,en,,");
    provides(Map.of());
    defines("card holders", "", "cards", List.of(), "Americans", "US", "", List.of());
    draftsForTwo();
    everybodySigns();
    var task = staff.task(caseNumber.value(), "releaseNotice");
    assertThat(staff.form(task))
        .containsEntry("withoutMail", 2)
        .containsEntry(
            "bySegment",
            "- card holders: 2\n- Americans: 1\n- **in no segment, they get no mail: 2**");
    assertThatThrownBy(() -> releases("sam", "release"))
        .hasMessageContaining("someGetNone: 2 recipients are in no segment");

    staff.does("sam", task, Map.of("decision", "release", "someGetNone", true));
    mailIsSent();

    assertThat(mailsTo("ann@example.com")).singleElement().asString().contains("your card");
    assertThat(mailsTo("eva@example.com")).singleElement().asString().contains("su tarjeta");
    assertThat(mailsTo("bob@example.com")).singleElement().asString().contains("your address");
    assertThat(mailsTo("tom@example.com")).isEmpty();
    assertThat(mailsTo("kim@example.com")).isEmpty();
    assertThat(mailsTo("incident-team@example.org"))
        .filteredOn(mail -> mail.contains("[TEST: "))
        .hasSize(3);
  }

  @Test
  void segments_that_do_not_fit_are_defined_anew_and_what_was_drafted_is_kept() {
    decided();
    defines("card holders", "", "cards", List.of(), "Americans", "US", "", List.of());
    var answers = forTwo();
    answers.put("segmentsChange", true);
    staff.does("pia", caseNumber.value(), "draftNotice", answers);

    assertThat(staff.form(staff.task(caseNumber.value(), "defineSegments")))
        .containsEntry("name2", "Americans")
        .containsEntry("residences2", "US");
    defines("card holders", "", "cards", List.of(), "others", "", "", List.of());

    assertThat(staff.form(staff.task(caseNumber.value(), "draftNotice")))
        .containsEntry("letterEnBody", "Dear {{name}}, your card.")
        .containsEntry("segment2", "The mail to others (everybody who is left)")
        .hasEntrySatisfying(
            "letter2EnBody", body -> assertThat(body.toString()).contains("## What Happened"));
    assertThat(signOffs.of(caseNumber)).isEmpty();
  }

  @Test
  void segments_that_nobody_can_be_in_are_refused() {
    decided();

    assertThatThrownBy(
            () -> defines("all", "", "", List.of(), "card holders", "", "cards", List.of()))
        .hasMessageContaining("residences1: nobody is left for the segments after this one");
    assertThatThrownBy(() -> defines("a", "US-XX", "", List.of(), "b", "", "", List.of()))
        .hasMessageContaining("residences1: 'US-XX' is no code");
    assertThatThrownBy(() -> defines("a", "US", "", List.of(), "A", "", "", List.of()))
        .hasMessageContaining("name2: another segment is called 'A' already");
    assertThatThrownBy(() -> defines("a", "US", "", List.of(), "", "DE", "", List.of()))
        .hasMessageContaining("name2: please answer");
    assertThat(staff.tasks(caseNumber.value())).contains("defineSegments");
  }

  @Test
  void a_group_that_nobody_on_the_list_is_in_is_refused_with_those_that_there_are() {
    decided();
    uploadWithGroups("1,ann@example.com,Ann Other,en,DE,cards vip");

    assertThatThrownBy(() -> defines("a", "", "kards", List.of(), "b", "", "", List.of()))
        .hasMessageContaining("groups1: nobody on the list is in 'kards'")
        .hasMessageContaining("please choose of cards, vip");
    assertThat(staff.tasks(caseNumber.value())).contains("defineSegments");
  }

  private void defines(
      String name1,
      String residences1,
      String groups1,
      List<String> categories1,
      String name2,
      String residences2,
      String groups2,
      List<String> categories2) {
    var answers = new LinkedHashMap<String, Object>();
    answers.put("sameForAll", "no");
    answers.put("name1", name1);
    answers.put("audience1", "customers");
    answers.put("residences1", residences1);
    answers.put("groups1", groups1);
    answers.put("categories1", categories1);
    answers.put("name2", name2);
    answers.put("audience2", "customers");
    answers.put("residences2", residences2);
    answers.put("groups2", groups2);
    answers.put("categories2", categories2);
    staff.does("petra", caseNumber.value(), "defineSegments", answers);
  }

  private void draftsForTwo() {
    staff.does("pia", caseNumber.value(), "draftNotice", forTwo());
  }

  private static Map<String, Object> forTwo() {
    var answers = answers("It happened.");
    answers.put("letterEnBody", "Dear {{name}}, your card.");
    answers.put("letterEsBody", "Hola {{name}}, su tarjeta.");
    answers.put("letter2EnSubject", "Notice of data breach");
    answers.put("letter2EnBody", "Dear {{name}}, your address.");
    return answers;
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
    staff.runDueJobs(caseNumber.value());
  }

  /** And everybody gets the same mail. */
  private void told() {
    decided();
    staff.does("pia", caseNumber.value(), "defineSegments", SAME_FOR_ALL);
  }

  private void decided() {
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
    staff.does("pia", caseNumber.value(), "draftNotice", answers(account));
  }

  private static Map<String, Object> answers(String account) {
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
    return answers;
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
