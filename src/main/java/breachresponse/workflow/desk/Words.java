package breachresponse.workflow.desk;

import breachresponse.language.Catalogue;
import breachresponse.print.ShownTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Says times as staff read them: with their zone, and how long is left. */
@Component
public class Words {

  /** From where on it is said in days, and from where on in whole days or hours. */
  private static final Duration IN_DAYS = Duration.ofDays(3);

  private static final Duration IN_WHOLE_DAYS = Duration.ofDays(10);
  private static final Duration IN_WHOLE_HOURS = Duration.ofHours(10);

  private final Clock clock;
  private final Catalogue catalogue;

  Words(Clock clock, Catalogue catalogue) {
    this.clock = clock;
    this.catalogue = catalogue;
  }

  /**
   * @return {@code Fri 27 Mar 2026, 16:30 Berlin, in 5 h}
   */
  public String deadline(Instant due, ZoneId zone) {
    return at(due, zone) + ", " + left(due);
  }

  /**
   * @return {@code in 5 h}, {@code 2 h overdue}
   */
  public String left(Instant due) {
    return left(Duration.between(clock.instant(), due));
  }

  /**
   * @return {@code Fri 27 Mar 2026, 16:30 Berlin}
   */
  public String at(Instant instant, ZoneId zone) {
    return new ShownTime(zone, catalogue.locale()).inFull(instant);
  }

  private String left(Duration left) {
    return catalogue
        .of(left.isNegative() ? "%s overdue" : "in %s")
        .formatted(amountOrLess(left.abs()));
  }

  private String amountOrLess(Duration time) {
    return time.toMinutes() == 0 ? catalogue.of("less than a minute") : amount(time);
  }

  /**
   * Rounded down, never by much: who has 1 h 59 min left is not told of one hour.
   *
   * @return {@code 12 days}, {@code 5 days 3 h}, {@code 14 h}, {@code 5 h 20 min} or {@code 4 min}
   */
  public String amount(Duration time) {
    if (isAtLeast(time, IN_DAYS)) {
      return catalogue.of("%d days").formatted(time.toDays())
          + (isAtLeast(time, IN_WHOLE_DAYS) ? "" : rest(time.toHoursPart(), "h"));
    }
    return time.toHours() == 0
        ? time.toMinutes() + " min"
        : time.toHours()
            + " h"
            + (isAtLeast(time, IN_WHOLE_HOURS) ? "" : rest(time.toMinutesPart(), "min"));
  }

  private static String rest(int amount, String unit) {
    return amount == 0 ? "" : " %d %s".formatted(amount, unit);
  }

  /** The same, rounded up: what takes 118 s takes 2 min, and what takes 10 h 1 min takes 11 h. */
  public String atMost(Duration time) {
    return amount(time.plus(unit(time)).minusSeconds(1));
  }

  private static Duration unit(Duration time) {
    if (isAtLeast(time, IN_WHOLE_DAYS)) {
      return Duration.ofDays(1);
    }
    return isAtLeast(time, IN_WHOLE_HOURS) ? Duration.ofHours(1) : Duration.ofMinutes(1);
  }

  private static boolean isAtLeast(Duration time, Duration bound) {
    return time.compareTo(bound) >= 0;
  }
}
