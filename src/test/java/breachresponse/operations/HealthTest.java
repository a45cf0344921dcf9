package breachresponse.operations;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.delivery.Dispatcher;
import breachresponse.delivery.SmtpSink;
import breachresponse.delivery.StaffMail;
import breachresponse.support.Breach;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import breachresponse.workflow.staff.DemoStaff;
import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Whether the system is well, and in which words it says what is wrong. */
@OperatedTest
class HealthTest {

  @Autowired private TestRestTemplate web;
  @Autowired private Time time;
  @Autowired private StaffMail staffMail;
  @Autowired private Dispatcher dispatcher;
  @Autowired private SmtpSink mailServer;
  @Autowired private Staff staff;
  @Autowired private HikariDataSource pool;

  @BeforeEach
  @AfterEach
  void all_is_well() {
    time.passes(Duration.ofHours(1));
    staff.runDueJobs();
    dispatcher.sendDue();
    assertThat(health("").get("status").asText()).isEqualTo("UP");
  }

  @Test
  void mail_that_a_server_refuses_for_long_is_told_with_its_words_and_is_no_reason_to_restart() {
    mailServer.answers("MAIL", "", "550 5.7.1 account locked of lena@example.org", 2);
    staffMail.post(List.of("lena@example.org"), "Late", "Please sign.");
    dispatcher.sendDue();
    assertIsWell("mail");

    time.passes(Duration.ofMinutes(5));
    dispatcher.sendDue();
    time.passes(Duration.ofMinutes(6));

    assertIsIll(
        "mail", "no mail has left for 11 min: 550 5.7.1 account locked of …", "spring.mail");
    assertThat(scrape("breach_healthy{check=\"mail\"}")).isZero();
    assertThat(status("/liveness")).isEqualTo(HttpStatus.OK);
    assertThat(status("/readiness")).isEqualTo(HttpStatus.OK);

    dispatcher.sendDue();
    assertIsWell("mail");
    assertThat(scrape("breach_healthy{check=\"mail\"}")).isEqualTo(1);
  }

  @Test
  void mail_that_nobody_sends_is_told() {
    staffMail.post(List.of("lena@example.org"), "Late", "Please sign.");
    time.passes(Duration.ofMinutes(10));
    assertIsWell("mail");

    time.passes(Duration.ofSeconds(1));

    assertIsIll(
        "mail", "mail to staff has been due for 10 min and nobody sends it", "breach.delivery");
  }

  @Test
  void a_job_that_nobody_works_on_is_told() {
    var breach = staff.starts("ian", "respond-to-breach", Breach.report());
    var triage = staff.taskOf(breach);
    staff.only("ian", triage, Breach.confirmed("2026-03-03T09:00:00+01:00"));
    time.passes(Duration.ofMinutes(5));
    assertIsWell("jobExecutor");

    time.passes(Duration.ofMinutes(1));

    assertIsIll(
        "jobExecutor",
        "a job of the engine has been due for 6 min and nobody works on it",
        "start it again");
  }

  @Test
  void a_job_that_has_failed_for_good_is_told(@Autowired ManagementService jobs) {
    var breach = staff.starts("ian", "respond-to-breach", Breach.report());
    staff.only("ian", staff.taskOf(breach), Breach.confirmed("2026-03-03T09:00:00+01:00"));
    var job = jobs.createJobQuery().processInstanceId(breach).executable().singleResult();

    jobs.setJobRetries(job.getId(), 0);

    assertIsIll(
        "jobExecutor",
        "1 jobs of the engine have failed for good and stand still",
        "increment the retries");
    assertThat(status("/readiness")).isEqualTo(HttpStatus.OK);
    jobs.setJobRetries(job.getId(), 1);
  }

  @Test
  void a_disk_that_is_nearly_full_is_told() {
    var data = Path.of("target/not/made/yet");
    assertThat(new DiskHealth(data, settings(DataSize.ofBytes(1))).ailment()).isEmpty();

    var ailment = new DiskHealth(data, settings(DataSize.ofTerabytes(9000))).ailment();

    assertThat(ailment.orElseThrow().problem()).matches("the data folder has \\d+ MB left, .*");
    assertThat(ailment.orElseThrow().remedy()).contains("breach.data-dir", "target/not/made/yet");
  }

  @Test
  void a_database_that_is_away_is_told_in_plain_words() throws IOException {
    var server = EmbeddedPostgres.start();
    var database = new DatabaseHealth(JdbcClient.create(server.getPostgresDatabase()));
    assertThat(database.health().getStatus().getCode()).isEqualTo("UP");

    server.close();

    assertThat(database.health().getStatus().getCode()).isEqualTo("DOWN");
    assertThat(database.health().getDetails().get("problem").toString())
        .startsWith("the database does not answer: Connection");
  }

  @Test
  void while_the_database_is_away_those_who_sign_in_are_told_so() throws SQLException {
    var patience = pool.getConnectionTimeout();
    var taken = new ArrayList<Connection>();
    pool.setConnectionTimeout(250);
    try {
      while (true) {
        taken.add(pool.getConnection());
      }
    } catch (SQLTransientConnectionException nothingLeft) {
      assertThat(
              web.withBasicAuth("mia", DemoStaff.PASSWORD)
                  .getForEntity("/actuator/health", String.class))
          .satisfies(
              answer -> {
                assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                assertThat(answer.getBody()).contains("the database does not answer");
              });
    } finally {
      pool.setConnectionTimeout(patience);
      for (var connection : taken) {
        connection.close();
      }
    }
  }

  @Test
  void what_cannot_be_asked_is_not_well() {
    Check broken =
        () -> {
          throw new IllegalStateException("no connection");
        };

    assertThat(broken.health().getStatus().getCode()).isEqualTo("DOWN");
    assertThat(broken.health().getDetails())
        .containsEntry("problem", "this can't be checked: no connection");
  }

  @Test
  void a_node_takes_traffic_only_with_its_database() {
    assertThat(health("/readiness").get("components").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("readinessState", "database");
    assertThat(health("").get("components").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "database", "disk", "jobExecutor", "livenessState", "mail", "readinessState");
  }

  private static HealthSettings settings(DataSize diskFree) {
    return new HealthSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, null, diskFree);
  }

  private void assertIsWell(String component) {
    assertThat(health("").at("/components/%s/status".formatted(component)).asText())
        .isEqualTo("UP");
  }

  private void assertIsIll(String component, String problem, String remedy) {
    assertThat(status("")).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    var details = health("").at("/components/%s/details".formatted(component));
    assertThat(details.get("problem").asText()).isEqualTo(problem);
    assertThat(details.get("remedy").asText()).contains(remedy);
  }

  private HttpStatus status(String group) {
    return HttpStatus.valueOf(
        web.getForEntity("/actuator/health" + group, String.class).getStatusCode().value());
  }

  private JsonNode health(String group) {
    return web.withBasicAuth("mia", DemoStaff.PASSWORD)
        .getForObject("/actuator/health" + group, JsonNode.class);
  }

  private double scrape(String series) {
    return Scraped.of(
            web.withBasicAuth("mia", DemoStaff.PASSWORD)
                .getForObject("/actuator/prometheus", String.class))
        .get(series);
  }
}
