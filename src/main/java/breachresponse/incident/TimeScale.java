package breachresponse.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * How time passes in a case. In an exercise it may run faster than on the wall from the report on;
 * what lies before that lies as far back as it says. Times on the wall are whole seconds then.
 *
 * @param origin when the case was reported
 * @param factor how many times as fast the case's time runs
 */
public record TimeScale(Instant origin, int factor) {

  /** Where no case is meant. */
  public static final TimeScale REAL_TIME = new TimeScale(Instant.EPOCH, 1);

  public TimeScale {
    if (factor < 1) {
      throw new IllegalArgumentException(
          "timeLapse: %d is less than 1, which is real time".formatted(factor));
    }
  }

  public boolean isRealTime() {
    return factor == 1;
  }

  /** What the time is in the case when it is that time on the wall. */
  public Instant caseTime(Instant wall) {
    return isRealTime() || wall.isBefore(origin)
        ? wall
        : origin.plus(Duration.between(origin, wall).multipliedBy(factor));
  }

  public OffsetDateTime caseTime(OffsetDateTime wall) {
    return caseTime(wall.toInstant()).atOffset(wall.getOffset());
  }

  /** What the time is on the wall when it is that time in the case. */
  public Instant wallTime(Instant inCase) {
    return isRealTime() || inCase.isBefore(origin)
        ? inCase
        : origin
            .plus(Duration.between(origin, inCase).dividedBy(factor))
            .truncatedTo(ChronoUnit.SECONDS);
  }

  /** How long on the wall what takes so long in the case lasts. */
  public Duration onTheWall(Duration inCase) {
    return isRealTime() ? inCase : inCase.dividedBy(factor).truncatedTo(ChronoUnit.SECONDS);
  }

  /** How long in the case what takes so long on the wall lasts. */
  public Duration inTheCase(Duration wall) {
    return wall.multipliedBy(factor);
  }

  /**
   * @return {@code 60 times as fast}
   */
  public String inWords() {
    return isRealTime() ? "in real time" : "%d times as fast".formatted(factor);
  }
}
