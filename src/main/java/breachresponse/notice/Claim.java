package breachresponse.notice;

import breachresponse.notice.FactSheet.Event;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Something that a text says, and that the facts can contradict. */
sealed interface Claim {

  /** Nobody writes a day without its year of a breach that is older. */
  int YEARS_BACK = 1;

  /** What it is about: claims of different topics do not compare. */
  String topic();

  /** As we say it, in no words of the text. */
  String inWords();

  boolean agreesWith(FactSheet facts);

  /** What the facts do, where they do not agree: {@code say 300}. */
  String factsInWords(FactSheet facts);

  /** How a number is meant. */
  enum Bound {
    EXACTLY,
    ABOUT,
    AT_LEAST,
    AT_MOST
  }

  /** How many people are affected. */
  record People(long number, Bound bound) implements Claim {

    private static final double ROUNDING = 0.05;

    @Override
    public String topic() {
      return "people";
    }

    @Override
    public String inWords() {
      var words =
          switch (bound) {
            case EXACTLY -> "";
            case ABOUT -> "about ";
            case AT_LEAST -> "at least ";
            case AT_MOST -> "at most ";
          };
      return words + "%,d".formatted(number);
    }

    @Override
    public boolean agreesWith(FactSheet facts) {
      var known = facts.people().stream().mapToLong(n -> n);
      return switch (bound) {
        case EXACTLY -> known.anyMatch(n -> n == number);
        case ABOUT -> known.anyMatch(n -> Math.abs(n - number) <= n * ROUNDING);
        case AT_LEAST -> known.anyMatch(n -> n >= number);
        case AT_MOST -> inAll(known).filter(n -> n <= number).isPresent();
      };
    }

    private static Optional<Long> inAll(LongStream known) {
      return known.boxed().max(Long::compare);
    }

    @Override
    public String factsInWords(FactSheet facts) {
      return inAll(facts.people().stream().mapToLong(n -> n))
          .map("say %,d"::formatted)
          .orElse("say no number");
    }
  }

  /**
   * The day of an event.
   *
   * @param year 0 if it is not said
   */
  record Day(Optional<Event> event, int day, int month, int year) implements Claim {

    @Override
    public String topic() {
      return "date (%s)".formatted(event.map(Event::words).orElse("it happened"));
    }

    @Override
    public String inWords() {
      return year == 0
          ? "%02d-%02d".formatted(month, day)
          : "%d-%02d-%02d".formatted(year, month, day);
    }

    @Override
    public boolean agreesWith(FactSheet facts) {
      return event
          .map(it -> facts.days().get(it).stream().anyMatch(this::is))
          .orElseGet(() -> isDuring(facts));
    }

    private boolean is(LocalDate date) {
      return date.getDayOfMonth() == day
          && date.getMonthValue() == month
          && (year == 0 || date.getYear() == year);
    }

    /** Without its year it can be meant of several: one that fits is enough. */
    private boolean isDuring(FactSheet facts) {
      return facts.days().values().stream()
          .flatMap(Set::stream)
          .map(LocalDate::getYear)
          .distinct()
          .flatMap(known -> LongStream.rangeClosed(known - YEARS_BACK, known).boxed())
          .filter(some -> year == 0 || some == year)
          .map(some -> date(some.intValue()))
          .flatMap(Optional::stream)
          .anyMatch(facts::isDuring);
    }

    private Optional<LocalDate> date(int of) {
      try {
        return Optional.of(LocalDate.of(of, month, day));
      } catch (DateTimeException noSuchDay) {
        return Optional.empty();
      }
    }

    @Override
    public String factsInWords(FactSheet facts) {
      return event
          .map(it -> "say " + words(facts.days().get(it)))
          .orElseGet(
              () ->
                  "say from %s to %s"
                      .formatted(
                          words(facts.days().get(Event.OCCURRENCE)),
                          words(facts.days().get(Event.CONTAINMENT))));
    }

    private static String words(Set<LocalDate> days) {
      return days.stream()
          .sorted()
          .map(LocalDate::toString)
          .reduce((one, other) -> one + " or " + other)
          .orElse("no day");
    }
  }

  /**
   * That data of a category are affected.
   *
   * @param called our word for it
   * @param means any of these categories
   */
  record Data(String called, Set<String> means) implements Claim {

    @Override
    public String topic() {
      return "data";
    }

    @Override
    public String inWords() {
      return called;
    }

    @Override
    public boolean agreesWith(FactSheet facts) {
      return means.stream().anyMatch(facts.categories()::contains);
    }

    @Override
    public String factsInWords(FactSheet facts) {
      return "do not have them";
    }
  }
}
