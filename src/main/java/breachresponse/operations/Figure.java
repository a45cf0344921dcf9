package breachresponse.operations;

import java.util.Map;

/**
 * One figure as it is now, or several of a kind that differ in a label.
 *
 * @param name as Prometheus writes it, with its unit last: {@code breach_jobs_oldest_due_seconds}
 * @param help what it counts
 * @param label empty where there is one value alone
 * @param values by the value of the label
 */
public record Figure(String name, String help, String label, Map<String, Double> values) {

  public static Figure of(String name, String help, double value) {
    return new Figure(name, help, "", Map.of("", value));
  }

  public static Figure by(String label, String name, String help, Map<String, Double> values) {
    return new Figure(name, help, label, values);
  }
}
