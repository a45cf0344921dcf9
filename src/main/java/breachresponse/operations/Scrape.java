package breachresponse.operations;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Hands the figures to Prometheus, all of one moment: each is asked once for a scrape. One gauge of
 * Micrometer for each would ask the database as often, and wait for it as often where it is away.
 */
@Component
class Scrape implements MultiCollector {

  private final List<Measured> measured;

  Scrape(List<Measured> measured, PrometheusRegistry registry) {
    this.measured = measured;
    registry.register(this);
  }

  @Override
  public MetricSnapshots collect() {
    var snapshots = MetricSnapshots.builder();
    measured.stream()
        .flatMap(one -> one.figures().stream())
        .map(Scrape::snapshot)
        .forEach(snapshots::metricSnapshot);
    return snapshots.build();
  }

  private static GaugeSnapshot snapshot(Figure figure) {
    var gauge = GaugeSnapshot.builder().name(figure.name()).help(figure.help());
    figure
        .values()
        .forEach(
            (label, value) ->
                gauge.dataPoint(
                    GaugeDataPointSnapshot.builder()
                        .labels(
                            figure.label().isEmpty()
                                ? Labels.EMPTY
                                : Labels.of(figure.label(), label))
                        .value(value)
                        .build()));
    return gauge.build();
  }
}
