package breachresponse.chaos;

import breachresponse.BreachResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The application with a clock that is as much ahead of the true time as its input says. */
final class SettableClock extends Clock {

  public static void main(String... arguments) throws IOException {
    new SpringApplicationBuilder(BreachResponse.class, InPlaceOfTheSystems.class).run(arguments);
    var input = new BufferedReader(new InputStreamReader(System.in));
    for (var ahead = input.readLine(); ahead != null; ahead = input.readLine()) {
      ClockUtil.offset(Duration.parse(ahead).toMillis());
    }
  }

  static class InPlaceOfTheSystems {
    @Bean
    @Primary
    Clock settableClock() {
      return new SettableClock();
    }
  }

  /** The engine's time. */
  @Override
  public Instant instant() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nobody asks for it");
  }
}
