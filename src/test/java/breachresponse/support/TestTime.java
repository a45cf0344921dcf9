package breachresponse.support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Replaces the clock by one that tests move. */
@TestConfiguration
public class TestTime {

  @Bean
  @Primary
  Time time() {
    return new Time();
  }
}
