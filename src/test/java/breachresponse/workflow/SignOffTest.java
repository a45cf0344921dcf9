package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.signoff.Signature;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class SignOffTest {

  private static final Map<String, Object> SIGN = Map.of("decision", "sign");
  private static final Map<String, Object> REFUSE =
      Map.of("decision", "refuse", "comment", "Say which data.");

  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private Incidents incidents;
  @Autowired private SignOffs signOffs;
  @Autowired private Timeline timeline;
  @Autowired private RuntimeService processes;
  @Autowired private TaskService tasks;
  @Autowired private JdbcClient db;

  private String caseNumber;
  private Document document;

  @BeforeEach
  void a_filing_by_petra_that_legal_and_the_cio_sign() {
    time.is("2026-03-03T15:00:00Z");
    caseNumber = incidents.open("Stolen backup", "A tape is missing.", "ian").value();
    incidents.assess(new CaseNumber(caseNumber), 4, "The risk to people is high", "ian");
    document = submitted("petra");
  }

  @Test
  void everybody_whom_the_table_names_is_asked_with_the_text_and_its_fingerprint() {
    assertThat(staff.tasks(caseNumber, "sign"))
        .extracting(staff::groups)
        .containsExactlyInAnyOrder(List.of("legal"), List.of("cio"));
    assertThat(staff.form(forGroup("legal")))
        .containsEntry("text", "# Dear authority\n\nA tape is missing.")
        .containsEntry("sha256", document.sha256())
        .containsEntry("author", "Petra Privacy")
        .containsEntry("signatory", "Legal")
        .hasEntrySatisfying(
            "caseSheet",
            shown ->
                assertThat(shown.toString())
                    .endsWith("**Due** Tue 3 Mar 2026, 18:00 Berlin, in 2 h"))
        .containsEntry("signatures", "* Legal: not yet\n* CIO: not yet");
    assertThat(forGroup("legal").getDueDate()).isEqualTo("2026-03-03T17:00:00Z");
  }

  @Test
  void it_is_signed_once_everybody_has_signed() {
    staff.does("lena", forGroup("legal"), SIGN);

    assertThat(staff.form(forGroup("cio")).get("signatures"))
        .isEqualTo("* Legal: signed by Lena Legal, Tue 3 Mar 2026, 16:00 Berlin\n* CIO: not yet");
    staff.does("chris", forGroup("cio"), SIGN);

    assertThat(signOffs.isSigned(document.id())).isTrue();
    assertThat(staff.tasks(caseNumber)).isEmpty();
    assertThat(staff.passed(caseNumber)).contains("signed").doesNotContain("refused");
  }

  @Test
  void one_refusal_ends_it_for_all_at_once() {
    staff.does("lena", forGroup("legal"), REFUSE);

    assertThat(staff.tasks(caseNumber)).isEmpty();
    assertThat(staff.passed(caseNumber)).contains("refused").doesNotContain("signed");
    assertThat(signOffs.signatures(document.id()))
        .extracting(Signature::comment)
        .containsExactly("Say which data.");
  }

  @Test
  void a_refusal_without_a_comment_is_named_and_the_task_stays_open() {
    assertThatThrownBy(() -> staff.does("lena", forGroup("legal"), Map.of("decision", "refuse")))
        .hasMessageContaining("comment: please answer");
    assertThat(staff.tasks(caseNumber)).containsExactly("sign", "sign");
  }

  @Test
  void who_wrote_it_cannot_sign_it() {
    signed();
    document = submitted("lena");

    assertThatThrownBy(() -> staff.does("lena", forGroup("legal"), SIGN))
        .hasMessageContaining("signature: who wrote a text cannot sign it");
    staff.does("leo", forGroup("legal"), SIGN);
    assertThat(staff.tasks(caseNumber)).containsExactly("sign");
  }

  @Test
  void who_is_late_is_joined_by_the_deputy_even_if_the_task_was_claimed() {
    tasks.claim(forGroup("legal").getId(), "lena");
    staff.does("chris", forGroup("cio"), SIGN);

    time.is("2026-03-03T16:59:59Z");
    staff.runDueJobs(caseNumber);
    assertThat(staff.groups(forGroup("legal"))).containsExactly("legal");
    time.is("2026-03-03T17:00:00Z");
    staff.runDueJobs(caseNumber);

    assertThat(staff.groups(forGroup("legal"))).containsExactly("legal", "privacy");
    assertThat(forGroup("legal").getAssignee()).isNull();
    assertThat(timeline.of(new CaseNumber(caseNumber), "deputies asked to sign"))
        .singleElement()
        .extracting(asked -> asked.detail().orElse(""))
        .asString()
        .endsWith(", not signed yet by Legal; deputies: Privacy");
    assertThat(mailTo("incident-team@example.org")).contains("a signature is late");
    assertThat(mailTo("petra@example.org")).contains("a signature is late");
    assertThat(mailTo("ian@example.org")).isEmpty();
    assertThat(staff.passed(caseNumber)).contains("deputiesAsked");
  }

  @Test
  void a_deputy_signs_for_the_group_that_is_late() {
    signed();
    document = submitted("lena");
    time.is("2026-03-03T17:00:00Z");
    staff.runDueJobs(caseNumber);

    staff.does("petra", forGroup("legal"), SIGN);
    staff.does("ian", forGroup("cio"), SIGN);

    assertThat(signOffs.isSigned(document.id())).isTrue();
  }

  @Test
  void nobody_signs_twice() {
    signed();
    document = submitted("omar");
    time.is("2026-03-03T17:00:00Z");
    staff.runDueJobs(caseNumber);
    tasks.addCandidateUser(forGroup("cio").getId(), "petra");
    staff.does("petra", forGroup("legal"), SIGN);

    assertThatThrownBy(() -> staff.does("petra", forGroup("cio"), SIGN))
        .hasMessageContaining("signature: you have answered for another group already");
    assertThat(staff.tasks(caseNumber)).containsExactly("sign");
  }

  private void signed() {
    staff.does("lena", forGroup("legal"), SIGN);
    staff.does("chris", forGroup("cio"), SIGN);
  }

  private Document submitted(String author) {
    var text =
        signOffs.submit(
            new CaseNumber(caseNumber),
            Document.Kind.FILING,
            "Report to the authority",
            "# Dear authority\n\nA tape is missing.",
            author);
    processes.startProcessInstanceByKey(
        "sign-off", caseNumber, Map.of("documentId", text.id().toString()));
    staff.runDueJobs(caseNumber);
    return text;
  }

  private Task forGroup(String group) {
    return staff.tasks(caseNumber, "sign").stream()
        .filter(task -> tasks.getVariable(task.getId(), "signatory").equals(group))
        .findFirst()
        .orElseThrow();
  }

  private List<String> acts() {
    return timeline.of(new CaseNumber(caseNumber)).stream().map(Timeline.Entry::act).toList();
  }

  private String mailTo(String address) {
    return String.join(
        "\n",
        db.sql("select subject from staff_mail where to_address = :to and subject like :case")
            .param("to", address)
            .param("case", "%" + caseNumber + "%")
            .query(String.class)
            .list());
  }
}
