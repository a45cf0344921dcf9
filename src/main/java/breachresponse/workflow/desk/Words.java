package breachresponse.workflow.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says times as staff read them: with their zone, and how long is left. */
@Component
public class Words {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

  private final Clock clock;

  Words(Clock clock) {
    this.clock = clock;
  }

  /**
   * @return {@code Fri 27 Mar 2026, 16:30 Berlin, in 5 h}
   */
  public String deadline(Instant due, ZoneId zone) {
    return at(due, zone) + ", " + left(Duration.between(clock.instant(), due));
  }

  /**
   * @return {@code Fri 27 Mar 2026, 16:30 Berlin}
   */
  public String at(Instant instant, ZoneId zone) {
    return FORM.format(instant.atZone(zone)) + " " + place(zone);
  }

  private static String place(ZoneId zone) {
    var id = zone.getId();
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }

  private static String left(Duration left) {
    return left.isNegative() ? amount(left.negated()) + " overdue" : "in " + amount(left);
  }

  /**
   * @return {@code 5 h}
   */
  public static String amount(Duration time) {
    if (time.toDays() >= 3) {
      return time.toDays() + " days";
    }
    return time.toHours() >= 1 ? time.toHours() + " h" : time.toMinutes() + " min";
  }
}
