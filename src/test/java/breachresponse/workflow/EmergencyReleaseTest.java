package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.evidence.EvidenceExport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A notice whose signatories can't be reached while the law's deadline comes. */
class EmergencyReleaseTest extends TellingCustomers {

  private static final String RELEASE = "releaseInAnEmergency";
  private static final Map<String, Object> REASON = Map.of("reason", "The CEO is on a plane.");

  @Autowired private DutiesToPeople duties;
  @Autowired private EvidenceExport evidence;
  @Autowired private JdbcClient db;

  @Test
  void it_opens_four_hours_before_the_deadline_of_the_law_and_not_before() {
    aNoticeThatWaitsForSignatures();

    hoursBeforeTheDeadline(4, Duration.ofSeconds(-1));
    assertThat(tasks()).doesNotContain(RELEASE);
    hoursBeforeTheDeadline(4, Duration.ZERO);

    var task = staff.task(caseNumber.value(), RELEASE);
    assertThat(staff.groups(task)).containsExactly("ceo", "legal", "senior-leadership");
    assertThat(task.getDueDate().toInstant()).isEqualTo(deadline());
    assertThat(staff.form(task))
        .hasEntrySatisfying("text", shown -> assertThat(shown.toString()).contains("It happened."));
  }

  @Test
  void where_no_law_has_a_deadline_it_never_opens() {
    aCase(4);
    aNotice();
    assertThat(duties.legalDeadline(caseNumber)).isEmpty();

    time.is("2027-03-03T15:00:00Z");
    staff.runDueJobs(caseNumber.value());

    assertThat(tasks()).contains("sign").doesNotContain(RELEASE);
  }

  @Test
  void a_deadline_that_comes_up_while_signatures_are_missing_opens_it_too() {
    aCase(4);
    aNotice();
    peopleInCalifornia();
    running.follow(caseNumber);

    hoursBeforeTheDeadline(4, Duration.ZERO);

    assertThat(tasks()).contains(RELEASE);
  }

  @Test
  void the_author_cannot_and_nobody_can_without_a_reason() {
    aNoticeThatWaitsForSignatures();
    hoursBeforeTheDeadline(4, Duration.ZERO);
    var document = notices.get(lastNotice()).documentId();

    assertThatThrownBy(() -> signOffs.releaseInAnEmergency(document, "pia", "It is late."))
        .hasMessageContaining("who wrote a text cannot release it");
    assertThatThrownBy(() -> staff.does("lena", caseNumber.value(), RELEASE, Map.of()))
        .hasMessageContaining("reason: please answer");
    assertThat(tasks()).contains(RELEASE);
    assertThat(signOffs.mayGoOut(document)).isFalse();
  }

  @Test
  void the_mail_leaves_on_the_word_of_one_and_leadership_is_woken() throws IOException {
    aNoticeThatWaitsForSignatures();
    signs("leo", "legal");
    hoursBeforeTheDeadline(4, Duration.ZERO);

    staff.does("lena", caseNumber.value(), RELEASE, REASON);
    assertThat(tasks()).doesNotContain("sign", RELEASE).contains("releaseNotice", "lookAgain");
    staff.does("lena", caseNumber.value(), "releaseNotice", Map.of("decision", "release"));
    mailIsSent();

    assertThat(mailsTo("ann@example.com")).hasSize(1);
    assertThat(staffMailTo("carla@example.org"))
        .contains("released in an emergency")
        .contains("released by Lena Legal without the signatures of CIO, PR, CEO");
    assertThat(timeline.of(caseNumber))
        .filteredOn(entry -> entry.act().equals("text released in an emergency"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.by()).isEqualTo("lena");
              assertThat(entry.detail().orElseThrow())
                  .contains("without the signatures of", "PR, CEO", "The CEO is on a plane.")
                  .doesNotContain("Legal");
            });
    var document = signOffs.get(notices.get(lastNotice()).documentId());
    assertThat(signOffs.isSigned(document.id())).isFalse();
    assertThat(exported("documents.json"))
        .contains("\"emergencyRelease\" : {", "The CEO is on a plane.", document.sha256());
  }

  @Test
  void who_was_missing_looks_at_the_very_text_and_until_then_it_stays_open() {
    released();
    var document = signOffs.get(notices.get(lastNotice()).documentId());
    var looks = staff.tasks(caseNumber.value(), "lookAgain");
    assertThat(looks)
        .extracting(staff::groups)
        .containsExactlyInAnyOrderElementsOf(
            signOffs.missing(document.id()).stream().map(List::of).toList());
    assertThat(staff.form(looks.get(0)))
        .containsEntry("text", document.content())
        .containsEntry("releasedBy", "Lena Legal")
        .containsEntry("reason", "The CEO is on a plane.");

    for (var look : looks) {
      assertThat(signOffs.unseen(caseNumber)).hasSize(1);
      staff.does(
          member(staff.groups(look).get(0)),
          look,
          Map.of("finding", "wrong", "comment", "Say which data."));
    }

    assertThat(signOffs.unseen(caseNumber)).isEmpty();
    assertThat(acts()).contains("released text found wrong");
    assertThat(staffMailTo("incident-team@example.org")).contains("must be corrected");
    assertThat(staff.passed(caseNumber.value())).contains("lookedAtAgain");
  }

  @Test
  void who_released_it_is_not_the_one_to_look_again() {
    released();
    var document = notices.get(lastNotice()).documentId();

    assertThatThrownBy(() -> signOffs.lookAgain(document, "legal", "lena", true, null))
        .hasMessageContaining("who wrote or released a text is not the one to look again");
  }

  @Test
  void once_all_have_signed_there_is_nothing_left_to_release() {
    aNoticeThatWaitsForSignatures();
    hoursBeforeTheDeadline(4, Duration.ZERO);

    for (var task : staff.tasks(caseNumber.value(), "sign")) {
      var signatory = signOffs.signatories(notices.get(lastNotice()).documentId());
      assertThat(signatory).isNotEmpty();
      staff.does(member(staff.groups(task)), task, Map.of("decision", "sign"));
    }

    assertThat(tasks()).doesNotContain(RELEASE, "lookAgain").contains("releaseNotice");
  }

  private void released() {
    aNoticeThatWaitsForSignatures();
    hoursBeforeTheDeadline(4, Duration.ZERO);
    staff.does("lena", caseNumber.value(), RELEASE, REASON);
  }

  private void aNoticeThatWaitsForSignatures() {
    aCase(4);
    peopleInCalifornia();
    aNotice();
  }

  private void aNotice() {
    processes.startProcessInstanceByKey(
        "notify-customers",
        caseNumber.value(),
        Variables.putValue("caseNumber", caseNumber.value()));
    staff.runDueJobs(caseNumber.value());
    staff.does("lena", caseNumber.value(), "decideOnCustomers", Map.of("decision", "tell"));
    upload("1,ann@example.com,Ann Other,en,DE");
    staff.does("petra", caseNumber.value(), "provideRecipients", Map.of());
    staff.does("pia", caseNumber.value(), "defineSegments", Map.of("sameForAll", "yes"));
    staff.does("pia", caseNumber.value(), "draftNotice", draft());
  }

  private static Map<String, Object> draft() {
    var answers = new LinkedHashMap<String, Object>();
    answers.put("letterEnSubject", "Notice of data breach");
    answers.put("letterEnBody", "Dear {{name}}, It happened.");
    answers.put("letterEsSubject", "Aviso");
    answers.put("letterEsBody", "Hola {{name}}, ha pasado.");
    answers.put("postTitle", "Notice of data breach");
    answers.put("postBody", "It happened.");
    answers.put("social", "A data breach happened.");
    answers.put("incomplete", true);
    answers.put("incompleteReason", "The rest is on our page.");
    return answers;
  }

  private Instant deadline() {
    return duties.legalDeadline(caseNumber).orElseThrow();
  }

  private void hoursBeforeTheDeadline(int hours, Duration more) {
    time.is(deadline().minus(Duration.ofHours(hours)).plus(more).toString());
    staff.runDueJobs(caseNumber.value());
  }

  private void signs(String person, String group) {
    staff.tasks(caseNumber.value(), "sign").stream()
        .filter(task -> staff.groups(task).contains(group))
        .findFirst()
        .ifPresent(task -> staff.does(person, task, Map.of("decision", "sign")));
  }

  private static String member(String group) {
    return Map.of("legal", "leo", "cio", "chris", "pr", "paul", "ceo", "carla").get(group);
  }

  private static String member(List<String> groups) {
    return groups.stream()
        .map(EmergencyReleaseTest::member)
        .filter(p -> p != null)
        .findFirst()
        .orElseThrow();
  }

  private List<String> tasks() {
    return staff.tasks(caseNumber.value());
  }

  private String staffMailTo(String address) {
    return String.join(
        "\n",
        db.sql(
                """
                select subject || ' ' || plain from staff_mail
                where to_address = :to and subject like :case
                """)
            .param("to", address)
            .param("case", "%" + caseNumber + "%")
            .query(String.class)
            .list());
  }

  private String exported(String file) throws IOException {
    var out = new ByteArrayOutputStream();
    evidence.write(caseNumber, "lena", out);
    try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(file)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new IllegalStateException(file);
  }
}
