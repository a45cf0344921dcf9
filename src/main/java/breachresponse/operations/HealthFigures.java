package breachresponse.operations;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** What the health endpoint says, for alerts. */
@Component
class HealthFigures implements Measured {

  private static final String BEAN = "HealthIndicator";

  private final Map<String, Check> checks;

  HealthFigures(Map<String, Check> checks) {
    this.checks = checks;
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        Figure.by(
            "check",
            "breach_healthy",
            "1 where a check of the health endpoint is UP, else 0",
            checks.entrySet().stream()
                .collect(
                    toMap(
                        check -> check.getKey().replace(BEAN, ""),
                        check -> isUp(check.getValue()) ? 1.0 : 0.0))));
  }

  private static boolean isUp(Check check) {
    return check.health().getStatus().equals(Status.UP);
  }
}
