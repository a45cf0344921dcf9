package breachresponse.print;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times as they are written for people, in one zone; in English where no language is named. */
public record ShownTime(ZoneId zone, Locale locale) {

  private static final String IN_FULL = "EEE d MMM yyyy";

  /** The second is that of texts that earlier releases wrote. */
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("[EEE d MMM uuuu][EEEE d MMMM uuuu]", Locale.ENGLISH);

  private static final Pattern DAY =
      Pattern.compile("\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]* \\d{1,2} [A-Z][a-z]+ \\d{4}\\b");

  public ShownTime(ZoneId zone) {
    this(zone, Locale.ENGLISH);
  }

  /**
   * @return {@code Tue 3 Mar 2026}
   */
  public static String inFull(LocalDate day) {
    return DateTimeFormatter.ofPattern(IN_FULL, Locale.ENGLISH).format(day);
  }

  /** The text with the days in it, which are written in full in English, in another language. */
  public static String translated(String text, Locale language) {
    var shown = DateTimeFormatter.ofPattern(IN_FULL, language);
    return DAY.matcher(text).replaceAll(day -> translated(day.group(), shown));
  }

  private static String translated(String day, DateTimeFormatter shown) {
    try {
      return shown.format(ENGLISH.parse(day, LocalDate::from));
    } catch (DateTimeException noSuchDay) {
      return day;
    }
  }

  /**
   * @return {@code 3 Mar 2026}
   */
  public String day(Instant instant) {
    return written("d MMM yyyy", instant);
  }

  /**
   * Where the zone is said for the whole page.
   *
   * @return {@code 3 Mar 2026, 16:00}
   */
  public String at(Instant instant) {
    return written("d MMM yyyy, HH:mm", instant);
  }

  /**
   * Where the zone is said for the whole page.
   *
   * @return {@code 3 Mar 2026, 16:00:59}
   */
  public String toTheSecond(Instant instant) {
    return written("d MMM yyyy, HH:mm:ss", instant);
  }

  /**
   * @return {@code Tue 3 Mar 2026, 16:00 Berlin}
   */
  public String inFull(Instant instant) {
    return written(IN_FULL + ", HH:mm ", instant) + place();
  }

  /**
   * Where time runs so fast that seconds count.
   *
   * @return {@code Tue 3 Mar 2026, 16:00:59 Berlin}
   */
  public String exactly(Instant instant) {
    return written(IN_FULL + ", HH:mm:ss ", instant) + place();
  }

  private String place() {
    var id = zone.getId();
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }

  private String written(String pattern, Instant instant) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(zone));
  }
}
