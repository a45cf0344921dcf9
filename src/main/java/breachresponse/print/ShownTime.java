package breachresponse.print;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as they are written for people, in one zone. */
public record ShownTime(ZoneId zone) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH);

  private static final DateTimeFormatter IN_FULL =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm '('VV')'", Locale.ENGLISH);

  /**
   * @return {@code 3 Mar 2026}
   */
  public String day(Instant instant) {
    return DAY.format(instant.atZone(zone));
  }

  /**
   * @return {@code 3 Mar 2026, 16:00}
   */
  public String at(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  /**
   * @return {@code 3 Mar 2026, 16:00:59}
   */
  public String toTheSecond(Instant instant) {
    return TO_THE_SECOND.format(instant.atZone(zone));
  }

  /**
   * Where the zone is not said elsewhere.
   *
   * @return {@code Tue 3 Mar 2026, 16:00 (Europe/Berlin)}
   */
  public String inFull(Instant instant) {
    return IN_FULL.format(instant.atZone(zone));
  }
}
