package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.CaseNumber;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Who is told of a step that has failed for good. No other test has failures in this database. */
@ApplicationTest
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:failed-jobs;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "camunda.bpm.process-engine-name=failedJobs"
    })
class FailedJobsTest {

  @Autowired private FailedJobs failedJobs;
  @Autowired private Cases cases;
  @Autowired private RuntimeService processes;
  @Autowired private ManagementService jobs;
  @Autowired private JdbcClient db;
  @Autowired private Staff staff;
  @Autowired private Time time;

  @BeforeEach
  void at_three_on_a_tuesday() {
    time.is("2026-03-03T15:00:00Z");
    db.sql("delete from staff_mail").update();
    db.sql("delete from failed_job_told").update();
  }

  @AfterEach
  void nothing_stands_still() {
    processes.createIncidentQuery().list().stream()
        .map(incident -> incident.getConfiguration())
        .distinct()
        .forEach(job -> jobs.setJobRetries(job, 1));
    staff.runDueJobs();
  }

  @Test
  void administrators_and_core_it_are_told_once_of_the_case_and_the_process_alone() {
    var failed = failed(cases.report("Payroll copied", "By Mallory", null, "ian"));

    failedJobs.tell();
    failedJobs.tell();

    for (var reader : List.of("admin@example.org", "ian@example.org")) {
      assertThat(mailsTo(reader))
          .singleElement()
          .asString()
          .contains("* %s: Respond to a breach\n".formatted(failed))
          .contains("increment the retries")
          .doesNotContain("Payroll", "Mallory");
    }
    assertThat(mailsTo("lena@example.org")).isEmpty();
  }

  @Test
  void of_a_restricted_case_those_alone_are_told_who_may_see_it() {
    var failed =
        failed(cases.report("Copied", "By one of us", null, List.of("lena", "chris"), "lena"));

    failedJobs.tell();

    for (var reader : List.of("lena@example.org", "chris@example.org")) {
      assertThat(mailsTo(reader))
          .singleElement()
          .asString()
          .contains("* %s: Respond to a breach\n".formatted(failed))
          .contains("please let an administrator in");
    }
    assertThat(addressees()).containsExactly("chris@example.org", "lena@example.org");
  }

  @Test
  void many_failures_are_gathered_and_what_fails_anew_is_told_anew() {
    failed(cases.report("First", "", null, "ian"));
    failedJobs.tell();
    var second = failed(cases.report("Second", "", null, "ian"));
    var third = failed(cases.report("Third", "", null, "ian"));
    time.passes(Duration.ofMinutes(14));
    failedJobs.tell();
    assertThat(mailsTo("ian@example.org")).hasSize(1);

    time.passes(Duration.ofMinutes(1));
    failedJobs.tell();
    assertThat(mailsTo("ian@example.org"))
        .hasSize(2)
        .last()
        .asString()
        .contains(second.value(), third.value());

    nothing_stands_still();
    time.passes(Duration.ofMinutes(16));
    failedJobs.tell();
    var fourth = failed(cases.report("Fourth", "", null, "ian"));
    failedJobs.tell();
    assertThat(mailsTo("ian@example.org")).hasSize(3).last().asString().contains(fourth.value());
    assertThat(told()).isEqualTo(1);
  }

  /** The step after the report, as if it had been tried for the last time. */
  private CaseNumber failed(CaseNumber reported) {
    var job = waiting(reported);
    jobs.setJobRetries(job.getId(), 0);
    return reported;
  }

  private Job waiting(CaseNumber reported) {
    var response =
        processes
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(reported.value())
            .processDefinitionKey("respond-to-breach")
            .singleResult();
    return jobs.createJobQuery().processInstanceId(response.getId()).list().get(0);
  }

  private List<String> mailsTo(String address) {
    return db.sql("select plain from staff_mail where to_address = :to order by posted_at, id")
        .param("to", address)
        .query(String.class)
        .list();
  }

  private List<String> addressees() {
    return db.sql("select distinct to_address from staff_mail order by to_address")
        .query(String.class)
        .list();
  }

  private int told() {
    return db.sql("select count(*) from failed_job_told").query(Integer.class).single();
  }
}
