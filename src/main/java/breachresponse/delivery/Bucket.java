package breachresponse.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A token bucket: so many letters a second, and after a rest at most a second's worth at once.
 * Batches that found it empty come back one after the other, so that they do not all ask again and
 * again.
 */
final class Bucket {

  private final double perSecond;
  private final double most;
  private double tokens;
  private Instant filledAt;
  private Instant lineEnds;
  private final Map<Object, Instant> line = new HashMap<>();

  /**
   * @param perSecond 0 for a bucket that never gets empty
   */
  Bucket(double perSecond, Instant now) {
    this.perSecond = perSecond;
    this.most = Math.max(1, perSecond);
    this.tokens = most;
    this.filledAt = now;
    this.lineEnds = now;
  }

  boolean isEmpty(Instant now) {
    fill(now);
    return perSecond > 0 && tokens < 1;
  }

  void take() {
    tokens--;
  }

  /**
   * @param who comes back; nobody is in the line twice
   * @param letters how many wait
   * @return when it is their turn
   */
  Instant joinLine(Object who, int letters, Instant now) {
    if (perSecond == 0) {
      return now;
    }
    fill(now);
    if (tokens >= most || lineEnds.isBefore(now)) {
      // Nobody has come for a second: whoever was in the line has gone.
      lineEnds = now;
      line.clear();
    }
    var turn = line.get(who);
    if (turn == null || !turn.isAfter(now)) {
      lineEnds = lineEnds.plus(time(Math.min(letters, most)));
      line.put(who, lineEnds);
    }
    return line.get(who);
  }

  private void fill(Instant now) {
    var seconds = Math.max(0, Duration.between(filledAt, now).toNanos() / 1e9);
    tokens = Math.min(most, tokens + seconds * perSecond);
    filledAt = now;
  }

  private Duration time(double letters) {
    return Duration.ofNanos((long) Math.ceil(letters / perSecond * 1e9));
  }
}
