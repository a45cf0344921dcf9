package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.delivery.Recipients;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class EraseRecipientsTest {

  @Autowired Cases cases;
  @Autowired Incidents incidents;
  @Autowired Recipients recipients;
  @Autowired EraseRecipients eraseRecipients;
  @Autowired RuntimeService processes;
  @Autowired Timeline timeline;
  @Autowired Staff staff;
  @Autowired Time time;

  private CaseNumber caseNumber;

  @BeforeEach
  void a_case_with_recipients() {
    time.is("2026-03-03T15:00:00Z");
    caseNumber = cases.report("Notebook lost", "", null, "ian");
    staff.runDueJobs(caseNumber.value());
    recipients.add(
        caseNumber,
        new ByteArrayInputStream(
            "id,email,name,language,residence\n1,ann@example.com,Ann,en,DE"
                .getBytes(StandardCharsets.UTF_8)),
        "petra");
  }

  @Test
  void recipients_are_erased_half_a_year_after_the_case_was_found_to_be_none() {
    staff.does(
        "ian",
        caseNumber.value(),
        "triage",
        Map.of("outcome", "false-alarm", "reason", "It was found."));

    time.passes(Duration.ofDays(180).minusSeconds(1));
    staff.runDueJobs(caseNumber.value());
    assertThat(recipients.salt(caseNumber)).isEmpty();

    time.passes(Duration.ofSeconds(1));
    staff.runDueJobs(caseNumber.value());
    assertThat(recipients.salt(caseNumber)).isPresent();
    assertThat(acts()).endsWith("recipients erased");
    assertThat(erasures()).isZero();
  }

  @Test
  void a_case_from_before_is_taken_up_at_the_start_and_once() {
    incidents.close(caseNumber, "respond-to-breach");

    eraseRecipients.begin();
    eraseRecipients.begin();

    assertThat(erasures()).isEqualTo(1);
  }

  @Test
  void a_case_that_is_open_keeps_its_recipients() {
    eraseRecipients.begin();

    assertThat(erasures()).isZero();
  }

  private long erasures() {
    return processes
        .createProcessInstanceQuery()
        .processDefinitionKey("erase-recipients")
        .processInstanceBusinessKey(caseNumber.value())
        .count();
  }

  private List<String> acts() {
    return timeline.of(caseNumber).stream().map(Timeline.Entry::act).toList();
  }
}
