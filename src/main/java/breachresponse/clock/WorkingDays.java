package breachresponse.clock;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The days on which offices work in one place: all but its weekend and its public holidays. The
 * holidays are Jollyday's, corrected by {@code holidays.yaml}, which also names weekends that are
 * not Saturday and Sunday.
 */
public final class WorkingDays {

  private static final Map<String, Map<String, Object>> CORRECTIONS = corrections();
  private static final Map<String, WorkingDays> KNOWN = new ConcurrentHashMap<>();

  private final String place;
  private final Set<DayOfWeek> weekend;
  private final Map<Integer, Map<LocalDate, String>> byYear = new ConcurrentHashMap<>();

  private WorkingDays(String place) {
    this.place = place;
    this.weekend = weekend();
  }

  /**
   * @param place ISO 3166-1 or -2; a part of a country without a calendar has the country's, and
   *     what has none at all has weekends only
   */
  public static WorkingDays of(String place) {
    return KNOWN.computeIfAbsent(place, WorkingDays::new);
  }

  public boolean includes(LocalDate day) {
    return !isWeekend(day) && holiday(day).isEmpty();
  }

  /** The public holiday on that day, by its English name. */
  public Optional<String> holiday(LocalDate day) {
    return Optional.ofNullable(byYear.computeIfAbsent(day.getYear(), this::holidaysOf).get(day));
  }

  /** That day if it is a working day, or else the next one. */
  public LocalDate from(LocalDate day) {
    return includes(day) ? day : from(day.plusDays(1));
  }

  /** The given number of working days later, that day not counted. */
  public LocalDate after(LocalDate day, int number) {
    return number == 0 ? day : after(from(day.plusDays(1)), number - 1);
  }

  boolean isWeekend(LocalDate day) {
    return weekend.contains(day.getDayOfWeek());
  }

  private Map<LocalDate, String> holidaysOf(int year) {
    var holidays = new TreeMap<LocalDate, String>();
    var removed = removed();
    // a New Year's Day on a Saturday is observed on the Friday, in the year before
    Stream.of(Year.of(year), Year.of(year + 1))
        .flatMap(this::jollyday)
        .filter(holiday -> holiday.getDate().getYear() == year)
        .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
        .filter(holiday -> !removed.contains(holiday.getDescription(Locale.ENGLISH)))
        .filter(holiday -> !removed.contains(holiday.getDate()))
        .forEach(
            holiday -> holidays.put(holiday.getDate(), holiday.getDescription(Locale.ENGLISH)));
    added().forEach(holidays::put);
    return holidays;
  }

  private Stream<Holiday> jollyday(Year year) {
    var codes = place.toLowerCase(Locale.ROOT).split("-");
    try {
      var calendar = HolidayManager.getInstance(ManagerParameters.create(codes[0]));
      return (codes.length == 1 ? calendar.getHolidays(year) : calendar.getHolidays(year, codes[1]))
          .stream();
    } catch (IllegalStateException noSuchCalendar) {
      return Stream.empty();
    }
  }

  @SuppressWarnings("unchecked")
  private Set<DayOfWeek> weekend() {
    return ((List<String>) correction().getOrDefault("weekend", List.of("SATURDAY", "SUNDAY")))
        .stream().map(DayOfWeek::valueOf).collect(Collectors.toSet());
  }

  private Set<Object> removed() {
    return ((List<?>) correction().getOrDefault("remove", List.of()))
        .stream().map(day -> day instanceof Date ? date(day) : day).collect(Collectors.toSet());
  }

  private Map<LocalDate, String> added() {
    var added = new HashMap<LocalDate, String>();
    ((Map<?, ?>) correction().getOrDefault("add", Map.of()))
        .forEach((day, name) -> added.put(date(day), (String) name));
    return added;
  }

  private Map<String, Object> correction() {
    return CORRECTIONS.getOrDefault(place, Map.of());
  }

  private static LocalDate date(Object day) {
    return ((Date) day).toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static Map<String, Map<String, Object>> corrections() {
    try (var yaml = new ClassPathResource("holidays.yaml").getInputStream()) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
