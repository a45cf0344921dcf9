package breachresponse.workflow.desk;

import breachresponse.language.Catalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Says times as staff read them: with their zone, and how long is left. */
@Component
public class Words {

  private static final String FORM = "EEE d MMM yyyy, HH:mm";

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
    return DateTimeFormatter.ofPattern(FORM, catalogue.locale()).format(instant.atZone(zone))
        + " "
        + place(zone);
  }

  private static String place(ZoneId zone) {
    var id = zone.getId();
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }

  private String left(Duration left) {
    return left.isNegative()
        ? catalogue.of("%s overdue").formatted(amount(left.negated()))
        : catalogue.of("in %s").formatted(amount(left));
  }

  /**
   * @return {@code 5 h}
   */
  public String amount(Duration time) {
    if (time.toDays() >= 3) {
      return catalogue.of("%d days").formatted(time.toDays());
    }
    return time.toHours() >= 1 ? time.toHours() + " h" : time.toMinutes() + " min";
  }

  /** The same, rounded up: what takes 118 s takes 2 min, and what takes 91 min takes 2 h. */
  public String atMost(Duration time) {
    var unit = time.toHours() >= 1 ? Duration.ofHours(1) : Duration.ofMinutes(1);
    return amount(time.plus(unit).minusSeconds(1));
  }
}
