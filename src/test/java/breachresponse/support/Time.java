package breachresponse.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The clock of a test, the engine's too: it stands still until it is moved. */
public final class Time extends Clock implements AutoCloseable {

  private volatile Instant now = Instant.parse("2026-03-03T15:00:00Z");

  public void is(String instant) {
    is(Instant.parse(instant));
  }

  public void is(Instant instant) {
    now = instant;
    ClockUtil.setCurrentTime(Date.from(instant));
  }

  public void passes(Duration time) {
    is(now.plus(time));
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }

  /** The engine's is one for all applications of the JVM, also for those that come later. */
  @Override
  public void close() {
    ClockUtil.reset();
  }
}
