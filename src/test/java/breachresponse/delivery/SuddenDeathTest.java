package breachresponse.delivery;

import static breachresponse.delivery.SendingProcesses.WORKERS;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.CaseNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SuddenDeathTest {

  private static final int PEOPLE = 3000;
  private static final int KILLS = 2;

  @TempDir private Path data;

  @Test
  void after_kill_9_everybody_gets_it_and_at_most_one_for_each_connection_twice() throws Exception {
    try (var processes = new SendingProcesses(data, PEOPLE, "resend")) {
      killInTheMiddle(processes);

      var recipients = processes.recipients();
      assertThat(new HashSet<>(recipients)).hasSize(PEOPLE);
      assertThat(recipients.size() - PEOPLE).isLessThanOrEqualTo(KILLS * WORKERS);
      assertThat(processes.states()).containsExactly("SENT " + PEOPLE);
    }
  }

  @Test
  void after_kill_9_what_was_in_hand_can_be_held_so_that_nobody_gets_it_twice() throws Exception {
    try (var processes = new SendingProcesses(data, PEOPLE, "hold")) {
      killInTheMiddle(processes);

      var recipients = processes.recipients();
      assertThat(recipients).doesNotHaveDuplicates();
      assertThat(PEOPLE - recipients.size()).isLessThanOrEqualTo(KILLS * WORKERS);
      assertThat(sent(processes)).isBetween(PEOPLE - KILLS * WORKERS, recipients.size());
    }
  }

  @Test
  void stopped_in_the_middle_it_says_nothing_of_a_closed_database_and_nobody_gets_it_twice()
      throws Exception {
    try (var processes = new SendingProcesses(data, PEOPLE, "resend")) {
      processes.stopAfter(500);
      assertThat(processes.recipients()).hasSizeLessThan(PEOPLE);
      assertThat(processes.log()).doesNotContain("ERROR", "WARN", "Exception");

      assertThat(processes.end()).isTrue();

      assertThat(processes.recipients()).hasSize(PEOPLE).doesNotHaveDuplicates();
      assertThat(processes.states()).containsExactly("SENT " + PEOPLE);
    }
  }

  @Test
  void of_a_file_that_was_being_added_nobody_is_listed_and_it_can_be_added_again()
      throws Exception {
    assertThat(importing().waitFor()).isEqualTo(137);
    var left = rows();
    assertThat(left).isPositive().isLessThan(ImportingProcess.PEOPLE);

    try (var application =
        new SpringApplicationBuilder(DeliveryOnly.class)
            .web(WebApplicationType.NONE)
            .run("--breach.data-dir=" + data, "--breach.delivery.workers=1")) {
      var db = application.getBean(JdbcClient.class);
      var breach =
          new CaseNumber(db.sql("select case_number from incident").query(String.class).single());
      var recipients = application.getBean(Recipients.class);
      assertThat(recipients.summary(breach).total()).isZero();

      recipients.removeUnlisted();

      assertThat(rows(db)).isZero();
      var report = recipients.add(breach, DeliveryOnly.rows(ImportingProcess.PEOPLE), "paula");

      assertThat(report.accepted()).isEqualTo(ImportingProcess.PEOPLE);
      assertThat(recipients.summary(breach).total()).isEqualTo(ImportingProcess.PEOPLE);
    }
  }

  private Process importing() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.timezone=UTC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ImportingProcess.class.getName(),
            "--breach.data-dir=" + data)
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("log").toFile())
        .start();
  }

  private long rows() {
    return rows(
        JdbcClient.create(
            new DriverManagerDataSource(
                "jdbc:h2:file:" + data.resolve("breach-response"), "sa", "")));
  }

  private static long rows(JdbcClient db) {
    return db.sql("select count(*) from recipient").query(Long.class).single();
  }

  private static void killInTheMiddle(SendingProcesses processes) throws Exception {
    processes.killAfter(500);
    processes.killAfter(1500);
    assertThat(new HashSet<>(processes.recipients())).hasSizeLessThan(PEOPLE);
    assertThat(processes.end()).isTrue();
  }

  private static int sent(SendingProcesses processes) {
    return processes.states().stream()
        .filter(state -> state.startsWith("SENT "))
        .map(state -> Integer.valueOf(state.substring("SENT ".length())))
        .findFirst()
        .orElseThrow();
  }
}
