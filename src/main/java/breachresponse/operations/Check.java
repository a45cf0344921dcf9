package breachresponse.operations;

import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Something without which the response stands still. */
public interface Check extends HealthIndicator {

  /**
   * What is wrong, for people who did not write this software.
   *
   * @param problem what does not work, and since when
   * @param remedy what to look at, and what happens then
   */
  record Ailment(String problem, String remedy) {}

  /**
   * @return nothing if all is well
   */
  Optional<Ailment> ailment();

  @Override
  default Health health() {
    return findings()
        .map(
            found ->
                Health.down()
                    .withDetail("problem", found.problem())
                    .withDetail("remedy", found.remedy())
                    .build())
        .orElseGet(() -> Health.up().build());
  }

  private Optional<Ailment> findings() {
    try {
      return ailment();
    } catch (RuntimeException failure) {
      return Optional.of(
          new Ailment(
              "this can't be checked: " + failure.getMessage(),
              "look at the component 'database' first, then into the log"));
    }
  }
}
