package breachresponse.delivery;

import static breachresponse.delivery.SendingProcesses.WORKERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
