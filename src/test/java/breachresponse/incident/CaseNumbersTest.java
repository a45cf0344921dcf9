package breachresponse.incident;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
public class CaseNumbersTest {

  private static final int REPORTERS = 4;

  @Autowired private CaseNumbers numbers;
  @Autowired private TransactionTemplate transaction;

  @Test
  void those_who_report_in_the_first_moment_of_a_year_get_a_number_each() throws Exception {
    var reporters = Executors.newFixedThreadPool(REPORTERS);
    try {
      for (var year = 2101; year < 2111; year++) {
        var first = year;
        var together = new CyclicBarrier(REPORTERS);
        Callable<CaseNumber> report =
            () -> {
              together.await();
              return transaction.execute(status -> numbers.next(first));
            };
        var given = new HashSet<String>();
        for (var number : reporters.invokeAll(Collections.nCopies(REPORTERS, report))) {
          given.add(number.get().value());
        }
        assertThat(given)
            .containsExactlyInAnyOrderElementsOf(
                Stream.of(1, 2, 3, 4).map(n -> "%d-%04d".formatted(first, n)).toList());
      }
    } finally {
      reporters.shutdown();
    }
  }
}
