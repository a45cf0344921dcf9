package breachresponse.api;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

@ApplicationTest
class SamplesTest {

  private static final Path SAMPLES = Path.of("samples");

  @Autowired private TestRestTemplate web;
  @Autowired private ObjectMapper json;
  @Autowired private Time time;

  static Stream<String> samples() {
    return Stream.of("copied-database", "payroll-bureau", "stolen-notebook");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_legal_tables_find_the_outcome_that_the_sample_describes(String sample)
      throws IOException {
    var facts = json.readTree(read(sample, "report.json")).get("facts").toString();

    var found = new Api(web, "lena").post("/api/obligations/evaluate", facts).getBody();

    assertThat(lines(found)).isEqualTo(read(sample, "obligations.csv").lines().skip(1).toList());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_sample_can_be_reported(String sample) throws IOException {
    time.is("2026-04-01T08:00:00Z");
    var ian = new Api(web, "ian");

    var caseNumber =
        ian.post("/api/incidents", read(sample, "report.json")).getBody().get("caseNumber");

    assertThat(ian.get("/api/incidents/" + caseNumber.asText()).getBody().get("factsVersion"))
        .hasToString("1");
  }

  @Test
  void the_recipients_of_the_copied_database_show_what_is_refused() throws IOException {
    var ian = new Api(web, "ian");
    var caseNumber =
        ian.post("/api/incidents", "{\"title\":\"x\"}").getBody().get("caseNumber").asText();

    var report =
        ian.postCsv(
                "/api/incidents/" + caseNumber + "/recipients",
                read("copied-database", "recipients.csv"))
            .getBody();

    assertThat(report.get("accepted").asInt()).isEqualTo(38);
    assertThat(report.get("duplicates").asInt()).isEqualTo(1);
    assertThat(report.get("refusedRows").asInt()).isEqualTo(1);
  }

  private static List<String> lines(JsonNode obligations) {
    return StreamSupport.stream(obligations.spliterator(), false)
        .map(
            obligation ->
                "%s,%s,%s"
                    .formatted(
                        obligation.get("id").asText(),
                        obligation.get("status").asText(),
                        obligation.get("due").asText("")))
        .toList();
  }

  private static String read(String sample, String file) throws IOException {
    return Files.readString(SAMPLES.resolve(sample).resolve(file));
  }
}
