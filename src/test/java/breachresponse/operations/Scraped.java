package breachresponse.operations;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What Prometheus reads: values by name and labels, {@code breach_deadlines_due{within="24h"}}. */
record Scraped(Map<String, Double> values) {

  static Scraped of(String text) {
    return new Scraped(
        text.lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" (?=[^ ]+$)"))
            .collect(Collectors.toMap(parts -> parts[0], parts -> Double.valueOf(parts[1]))));
  }

  double get(String series) {
    return values.getOrDefault(series, Double.NaN);
  }

  /** How the series differ from those of before, those that do not left out. */
  Map<String, Double> since(Scraped before) {
    return values.keySet().stream()
        .filter(series -> series.startsWith("breach_"))
        .filter(series -> get(series) != before.get(series))
        .collect(Collectors.toMap(Function.identity(), s -> get(s) - before.get(s)));
  }
}
