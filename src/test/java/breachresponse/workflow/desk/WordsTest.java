package breachresponse.workflow.desk;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.language.Catalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  private static final Instant NOW = Instant.parse("2026-03-03T15:00:00Z");

  private final Words words = new Words(Clock.fixed(NOW, ZoneOffset.UTC), new Catalogue("en"));

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          PT263H59M,  in 10 days
          PT239H59M,  in 9 days 23 h
          PT96H,      in 4 days
          PT71H59M,   in 71 h
          PT10H1M,    in 10 h
          PT9H59M59S, in 9 h 59 min
          PT2H,       in 2 h
          PT1H59M,    in 1 h 59 min
          PT1M,       in 1 min
          PT59S,      in less than a minute
          PT0S,       in less than a minute
          PT-1S,      less than a minute overdue
          PT-1H-30M,  1 h 30 min overdue
          PT-100H,    4 days 4 h overdue
          """)
  void what_is_left_is_never_said_to_be_more_and_never_nothing(Duration left, String said) {
    assertThat(words.deadline(NOW.plus(left), ZoneId.of("Europe/Berlin"))).endsWith(", " + said);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          PT1S,      1 min
          PT60S,     1 min
          PT118S,    2 min
          PT59M1S,   1 h
          PT1H31M,   1 h 31 min
          PT9H59M1S, 10 h
          PT10H1M,   11 h
          PT71H1M,   3 days
          PT73H,     3 days 1 h
          PT239H1M,  10 days
          PT241H,    11 days
          """)
  void what_it_takes_is_never_said_to_be_less(Duration time, String said) {
    assertThat(words.atMost(time)).isEqualTo(said);
  }
}
