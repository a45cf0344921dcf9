package breachresponse.delivery;

import static breachresponse.delivery.SendingProcesses.WORKERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run by {@code bench/kill.sh}; what it prints is explained in {@code bench/README.md}. */
class SuddenDeathBench {

  private static final int PEOPLE = 100_000;
  private static final int KILLS = 20;

  @TempDir private Path data;

  @Test
  void twenty_deaths_at_random_moments() throws Exception {
    try (var processes = new SendingProcesses(data, PEOPLE, "resend")) {
      for (var moment : new Random().ints(KILLS, 0, PEOPLE).sorted().toArray()) {
        processes.killAfter(moment);
      }
      assertThat(processes.end()).isTrue();

      var recipients = processes.recipients();
      var served = new HashSet<>(recipients).size();
      System.out.printf(
          "%n%d times killed: %,d of %,d people served, %d of them twice (at most %d), marked: %s%n",
          KILLS, served, PEOPLE, recipients.size() - served, KILLS * WORKERS, processes.states());
      assertThat(served).isEqualTo(PEOPLE);
      assertThat(recipients.size() - served).isLessThanOrEqualTo(KILLS * WORKERS);
      assertThat(processes.states()).containsExactly("SENT " + PEOPLE);
    }
  }
}
