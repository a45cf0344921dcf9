package breachresponse;

import java.time.Clock;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.mustache.MustacheAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Decides before a breach what to tell whom, and carries the response through. */
@SpringBootApplication(exclude = MustacheAutoConfiguration.class)
@ConfigurationPropertiesScan
public class BreachResponse {

  public static void main(String... arguments) {
    // The engine stores times without their zone.
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    // BREACH_DATA_DIR may be relative.
    System.setProperty("h2.implicitRelativePath", "true");
    SpringApplication.run(BreachResponse.class, arguments);
  }

  /** The one source of time. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
