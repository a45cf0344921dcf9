package breachresponse.clock;

import breachresponse.print.ShownTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a law counts a period. The legal tables name the rule by its id. */
public enum CountingRule {

  /** Hours on the clock; nights, weekends and holidays count. */
  ELAPSED_HOURS("elapsed-hours", Unit.HOUR) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      var end = start.plusHours(period);
      return new Deadline(
          end,
          end,
          overClockChange("elapsed hours, through nights, weekends and holidays", start, end));
    }
  },

  /** Minutes on the clock: Chile's RAN 20-8 gives thirty. */
  ELAPSED_MINUTES("elapsed-minutes", Unit.MINUTE) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      var end = start.plusMinutes(period);
      return new Deadline(
          end,
          end,
          overClockChange("elapsed minutes, through nights, weekends and holidays", start, end));
    }
  },

  /**
   * Regulation (EEC, Euratom) 1182/71 Art 3(1), 3(3), 3(4): the hour of the event is not counted.
   */
  EU_HOURS("eu-1182-hours", Unit.HOUR) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      var end = start.plusHours(period);
      var hour = start.truncatedTo(ChronoUnit.HOURS);
      // whether an event on the full hour falls into the next one is disputed: nothing is added
      var latest = hour.equals(start) ? end : hour.plusHours(1 + period);
      return new Deadline(
          end,
          latest,
          "%s; the latest reading does not count the hour of the event (Art 3(1))"
              .formatted(
                  overClockChange(
                      "hours under Regulation 1182/71, through nights, weekends and holidays",
                      start,
                      end)));
    }
  },

  /** Regulation 1182/71 Art 3(1), 3(2)(b), 3(4), 3(5). */
  EU_DAYS("eu-1182-days", Unit.DAY) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      var first = start.toLocalDate();
      var last = days.from(first.plusDays(period));
      // Art 3(5): two days or more include at least two working days
      var end = period < 2 || !last.isBefore(days.after(first, 2)) ? last : days.after(first, 2);
      return ending(
          end,
          start,
          skipping(
              "days under Regulation 1182/71: the day of the event is not counted, the last day is counted in full and is a working day",
              first.plusDays(period),
              end,
              days));
    }
  },

  /** Regulation 1182/71 Art 3(2)(c), 3(4): the same day of the month, if working. */
  EU_MONTHS("eu-1182-months", Unit.MONTH) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      var last = start.toLocalDate().plusMonths(period);
      var end = days.from(last);
      return ending(
          end,
          start,
          skipping(
              "months under Regulation 1182/71: to the end of the day of the same number, or of the month if it has none, and on to the next working day",
              last,
              end,
              days));
    }
  },

  /** Delegated Regulation (EU) 2025/301 Art 5(4): the relief is open until noon. */
  DORA_HOURS("dora-hours", Unit.HOUR) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      var end = start.plusHours(period);
      var day = end.toLocalDate();
      var latest =
          days.includes(day) ? end : days.from(day).atTime(LocalTime.NOON).atZone(end.getZone());
      return new Deadline(
          end,
          latest,
          skipping(
              "%s; a limit on a weekend day or bank holiday may be met by noon of the next working day (Delegated Regulation 2025/301 Art 5(4))"
                  .formatted(overClockChange("elapsed hours", start, end)),
              day,
              latest.toLocalDate(),
              days));
    }
  },

  /** Delegated Regulation (EU) 2025/301 Art 5(1)(c), 5(4). */
  DORA_MONTHS("dora-months", Unit.MONTH) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      var last = start.toLocalDate().plusMonths(period);
      var words =
          "months: to the end of the day of the same number; from a weekend day or bank holiday to noon of the next working day (Delegated Regulation 2025/301 Art 5(4))";
      if (days.includes(last)) {
        return ending(last, start, words);
      }
      var noon = days.from(last).atTime(LocalTime.NOON).atZone(start.getZone());
      return new Deadline(noon, noon, skipping(words, last, noon.toLocalDate(), days));
    }
  },

  /** Days of the calendar, the day of the event not counted, without any extension. */
  CALENDAR_DAYS("calendar-days", Unit.DAY) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      return ending(start.toLocalDate().plusDays(period), start, CALENDAR);
    }
  },

  /**
   * Calendar days where a computing statute may extend the last one: N.Y. Gen. Constr. Law 25-a,
   * Cal. Civ. Code 10, Tex. Gov. Code 311.014. The extension is arguable, so it drives nothing.
   */
  CALENDAR_DAYS_ARGUABLY_EXTENDED("calendar-days-arguably-extended", Unit.DAY) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      var last = start.toLocalDate().plusDays(period);
      var latest = days.from(last);
      return new Deadline(
          endOf(last, start),
          endOf(latest, start),
          skipping(
              "%s; whether a last day on a weekend or holiday moves on is arguable, so only the latest reading does"
                  .formatted(CALENDAR),
              last,
              latest,
              days));
    }
  },

  /**
   * FINMA Guidance 03/2024: below the severity "severe" only the banks' working days count. The
   * reading is FINMA's practice, so that it drives nothing.
   */
  FINMA_HOURS("finma-hours", Unit.HOUR) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      var first = start.toLocalDate();
      var begin = days.includes(first) ? start : days.from(first).atStartOfDay(start.getZone());
      var day = begin.toLocalDate();
      var latest =
          days.after(day, period / 24)
              .atTime(begin.toLocalTime())
              .atZone(start.getZone())
              .plusHours(period % 24);
      return new Deadline(
          start.plusHours(period),
          latest,
          skipping(
              "elapsed hours; the latest reading counts only the hours of working days (FINMA Guidance 03/2024)",
              first,
              latest.toLocalDate(),
              days));
    }
  },

  /** Calendar days with the extension of Australia's Acts Interpretation Act 1901 s 36(2). */
  CALENDAR_DAYS_EXTENDED("calendar-days-extended", Unit.DAY) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      var last = start.toLocalDate().plusDays(period);
      var end = days.from(last);
      return ending(
          end,
          start,
          skipping(
              "%s; a last day on a weekend or holiday moves to the next working day"
                  .formatted(CALENDAR),
              last,
              end,
              days));
    }
  },

  /** Calendar days, the day of the event being the first: Japan's "about 3 to 5 days". */
  DAYS_FIRST_INCLUDED("days-first-included", Unit.DAY) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      return ending(start.toLocalDate().plusDays(period - 1L), start, FIRST_INCLUDED);
    }
  },

  /** Japan's 30 and 60 days (Enforcement Rules of the APPI Art 8(2), as the PPC counts them). */
  JAPAN_DAYS("japan-days", Unit.DAY) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      var last = start.toLocalDate().plusDays(period - 1L);
      var latest = openInJapan(last, days);
      return new Deadline(
          endOf(last, start),
          endOf(latest, start),
          skipping(
              "%s; the latest reading moves a last day on a weekend, a holiday or 29 December to 3 January to the next working day"
                  .formatted(FIRST_INCLUDED),
              last,
              latest,
              days));
    }
  },

  /** Working days of the place whose law it is, the day of the event not counted. */
  BUSINESS_DAYS("business-days", Unit.BUSINESS_DAY) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      var first = start.toLocalDate();
      var end = days.after(first, period);
      return ending(
          end,
          start,
          skipping("business days after the day of the event", first.plusDays(1), end, days));
    }
  },

  /** Form 8-K General Instruction B.1; what EDGAR takes in after 17:30 counts as filed next day. */
  SEC_BUSINESS_DAYS("sec-business-days", Unit.BUSINESS_DAY) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      var first = start.toLocalDate();
      var last = days.after(first, period);
      var end = last.atTime(17, 30).atZone(start.getZone());
      return new Deadline(
          end,
          end,
          skipping(
              "business days after the day of the event (Form 8-K General Instruction B.1), to 17:30, when EDGAR's day ends",
              first.plusDays(1),
              last,
              days));
    }
  },

  /** Days after the end of the calendar year of the event (45 CFR 164.408(c)). */
  DAYS_AFTER_YEAR_END("days-after-year-end", Unit.DAY) {
    @Override
    public Deadline count(ZonedDateTime start, int period, WorkingDays days) {
      return ending(
          LocalDate.of(start.getYear(), 12, 31).plusDays(period),
          start,
          "calendar days after the end of the calendar year %d".formatted(start.getYear()));
    }
  };

  private static final String CALENDAR =
      "calendar days: the day of the event is not counted, the last day is counted in full";
  private static final String FIRST_INCLUDED =
      "calendar days, weekends included: the day of the event is the first, the last day is counted in full";

  private enum Unit {
    MINUTE("%d minute", "%d minutes"),
    HOUR("%d hour", "%d hours"),
    DAY("%d day", "%d days"),
    BUSINESS_DAY("%d business day", "%d business days"),
    MONTH("%d month", "%d months");

    private final String one;
    private final String several;

    Unit(String one, String several) {
      this.one = one;
      this.several = several;
    }

    String inWords(int period) {
      return (period == 1 ? one : several).formatted(period);
    }
  }

  private final String id;
  private final Unit unit;

  CountingRule(String id, Unit unit) {
    this.id = id;
    this.unit = unit;
  }

  /**
   * @throws IllegalArgumentException if the tables name a rule that does not exist
   */
  public static CountingRule named(String id) {
    return Arrays.stream(values())
        .filter(rule -> rule.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "counting: there is no rule '%s', use one of %s"
                        .formatted(id, Arrays.stream(values()).map(CountingRule::id).toList())));
  }

  /**
   * Counts a period.
   *
   * @param start in the zone of the authority
   * @param period in the unit of the rule
   * @param days the working days of the place whose law it is
   */
  public abstract Deadline count(ZonedDateTime start, int period, WorkingDays days);

  public String id() {
    return id;
  }

  /**
   * @return whether the day of the event matters, and not its hour
   */
  public boolean countsDays() {
    return unit != Unit.HOUR && unit != Unit.MINUTE;
  }

  /** A period of this rule: {@code 72 hours}, {@code 1 month}. */
  public String inWords(int period) {
    return unit.inWords(period);
  }

  private static Deadline ending(LocalDate last, ZonedDateTime start, String counting) {
    return new Deadline(endOf(last, start), endOf(last, start), counting);
  }

  private static ZonedDateTime endOf(LocalDate day, ZonedDateTime start) {
    return day.atTime(23, 59, 59).atZone(start.getZone());
  }

  private static LocalDate openInJapan(LocalDate day, WorkingDays days) {
    var newYear =
        day.getMonthValue() == 12 && day.getDayOfMonth() >= 29
            || day.getMonthValue() == 1 && day.getDayOfMonth() <= 3;
    return newYear || !days.includes(day) ? openInJapan(day.plusDays(1), days) : day;
  }

  private static String overClockChange(String words, ZonedDateTime start, ZonedDateTime end) {
    return start.getOffset().equals(end.getOffset())
        ? words
        : "%s, and over the clock change".formatted(words);
  }

  /** Names the holidays that moved the end, from the first day on and before the last. */
  private static String skipping(String words, LocalDate first, LocalDate last, WorkingDays days) {
    List<String> holidays = new ArrayList<>();
    for (var day = first; day.isBefore(last); day = day.plusDays(1)) {
      var text = ShownTime.inFull(day);
      days.holiday(day).ifPresent(name -> holidays.add("%s (%s)".formatted(name, text)));
    }
    var named = String.join(", ", holidays);
    var weekend = first.datesUntil(last.isBefore(first) ? first : last).anyMatch(days::isWeekend);
    if (weekend) {
      named = named.isEmpty() ? "weekend days" : "weekend days, %s".formatted(named);
    }
    return named.isEmpty() ? words : "%s (days skipped: %s)".formatted(words, named);
  }
}
