package breachresponse.workflow.cockpit;

import breachresponse.incident.TimeScale;
import breachresponse.obligation.Obligation;
import breachresponse.workflow.desk.Words;
import java.time.Duration;
import java.time.Instant;

/**
 * A deadline as the pages show it and count it down. Instants are ISO 8601, null where there is
 * none.
 *
 * @param due until when to act: by the law, or by our own target
 * @param inWords the same in the law's own zone
 * @param closeFrom from when on it is shown as close
 * @param own whether it is our own target, which is no law
 */
public record ClockFace(String due, String inWords, String closeFrom, boolean own) {

  /** However long the term is, the last hours of it are close. */
  private static final Duration CLOSE = Duration.ofHours(4);

  static ClockFace of(Obligation obligation, TimeScale scale, Words words) {
    var clock = obligation.clock();
    return new ClockFace(
        clock.actBy().map(Instant::toString).orElse(null),
        clock.actBy().map(at -> words.at(at, clock.zone())).orElse(null),
        clock.closeFrom(scale.onTheWall(CLOSE)).map(Instant::toString).orElse(null),
        clock.due().isEmpty());
  }
}
