package breachresponse.operations;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.workflow.staff.DemoStaff;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

/** What the dashboard and the alerts ask for is there. */
@OperatedTest
class DashboardTest {

  /** A metric as it stands in a query, with what is asked of its labels. */
  private static final Pattern METRIC =
      Pattern.compile("((?:breach|jvm|http|hikaricp)_[a-z0-9_]+)(?:\\{([^}]*)})?");

  private static final Pattern EQUAL = Pattern.compile("([a-z]+)=\"([^\"]+)\"");
  private static final Pattern ONE_OF = Pattern.compile("([a-z]+)=~\"([^\"]+)\"");
  private static final Pattern GROUPED = Pattern.compile("by \\(([a-z]+)\\)");

  @Autowired private TestRestTemplate web;

  @Test
  void the_dashboard_asks_for_nothing_that_is_not_there() throws IOException {
    var queries = dashboardQueries();

    assertThat(queries).hasSizeGreaterThan(20);
    assertAreAnswered(queries);
  }

  @Test
  void the_alerts_ask_for_nothing_that_is_not_there() throws IOException {
    var queries = alertQueries();

    assertThat(queries).hasSizeGreaterThan(5);
    assertAreAnswered(queries.stream().filter(query -> !query.startsWith("up{")).toList());
  }

  @Test
  void every_figure_of_ours_is_on_the_dashboard() throws IOException {
    var queries = String.join("\n", dashboardQueries());

    assertThat(scraped().keySet().stream().filter(series -> series.startsWith("breach_")))
        .isNotEmpty()
        .allSatisfy(series -> assertThat(queries).contains(series.replaceAll("\\{.*", "")));
  }

  private void assertAreAnswered(List<String> queries) {
    var series = scraped().keySet();
    for (var query : queries) {
      var asked = METRIC.matcher(query).results().toList();
      assertThat(asked).as(query).isNotEmpty();
      for (var metric : asked) {
        wanted(query, metric)
            .forEach(
                label ->
                    assertThat(series)
                        .as(query)
                        .anyMatch(
                            one ->
                                one.matches(metric.group(1) + "(\\{.*|$)") && one.contains(label)));
      }
    }
  }

  /** What must be in the name of a series, once each. */
  private static Stream<String> wanted(String query, MatchResult metric) {
    var labels = metric.group(2) == null ? "" : metric.group(2);
    return Stream.of(
            Stream.of(""),
            EQUAL.matcher(labels).results().map(MatchResult::group),
            ONE_OF
                .matcher(labels)
                .results()
                .flatMap(
                    one ->
                        Stream.of(one.group(2).split("\\|"))
                            .map(value -> one.group(1) + "=\"" + value + "\"")),
            GROUPED
                .matcher(query)
                .results()
                .map(by -> by.group(1))
                // Prometheus adds it
                .filter(label -> !label.equals("instance"))
                .map(label -> label + "="))
        .flatMap(wanted -> wanted);
  }

  private static List<String> dashboardQueries() throws IOException {
    return new ObjectMapper()
            .readTree(Path.of("deploy/grafana/breach-response.json").toFile())
            .findValues("expr")
            .stream()
            .map(JsonNode::asText)
            .toList();
  }

  private static List<String> alertQueries() throws IOException {
    var rules =
        (EnumerablePropertySource<?>)
            new YamlPropertySourceLoader()
                .load("alerts", new FileSystemResource("deploy/prometheus/alerts.yaml"))
                .get(0);
    return Stream.of(rules.getPropertyNames())
        .filter(name -> name.endsWith(".expr"))
        .map(name -> rules.getProperty(name).toString())
        .toList();
  }

  private Map<String, Double> scraped() {
    // requests are counted once there was one
    web.getForEntity("/notices/", String.class);
    return Scraped.of(
            web.withBasicAuth("mia", DemoStaff.PASSWORD)
                .getForObject("/actuator/prometheus", String.class))
        .values();
  }
}
