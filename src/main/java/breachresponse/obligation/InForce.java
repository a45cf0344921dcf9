package breachresponse.obligation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * From the first to the last day on which a law is in force; empty where it has no bound.
 *
 * @param from {@code 9999-12-31} for a bill, or a law whose day is not set yet
 */
public record InForce(Optional<LocalDate> from, Optional<LocalDate> until) {

  boolean on(LocalDate day) {
    return from.stream().noneMatch(day::isBefore) && until.stream().noneMatch(day::isAfter);
  }

  String inWords() {
    return from.map(day -> " from " + (isSet(day) ? day : "a day that is not set yet")).orElse("")
        + until.map(day -> " until " + day).orElse("");
  }

  private static boolean isSet(LocalDate day) {
    return day.getYear() < 9999;
  }
}
