package breachresponse.doors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import breachresponse.support.ApplicationTest;
import breachresponse.support.Breach;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import breachresponse.workflow.staff.DemoStaff;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts in at each door what {@code doors.csv} says, as somebody who may, over HTTP. */
@ApplicationTest
@Tag("doors")
class DoorsTest {

  private static final Pattern REPEATED = Pattern.compile("<([^<>]+|<[^>]+>)\\*(\\d+)>");
  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");

  /** The engine's answers have a type, which is its API. */
  private static final Pattern TYPE = Pattern.compile("\"type\":\"\\w+\"");

  private static final Pattern INSIDES =
      Pattern.compile("Exception\\b|\\bat [\\w.]+\\(|\\b(java|org|com|breachresponse)\\.\\w+\\.");

  /** As JSON. */
  private static final List<String> RUBBISH =
      List.of(
          "null",
          "true",
          "-1",
          "1e400",
          "99999999999999999999",
          "\"\"",
          "\"\\u0000\"",
          "\"a\\u202eb\\r\\nBcc: eve@example.org\"",
          "\"${7*7}{{name}}<script>\"",
          "\"+999999999-12-31T23:59:59-18:00\"",
          '"' + "x".repeat(5_000) + '"',
          "[]",
          "[null,[[[]]]]",
          "{}",
          "{\"a\":{\"b\":[{}]}}");

  @Autowired private TestRestTemplate web;
  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private JdbcClient db;
  @Autowired private ObjectMapper json;
  @Autowired private RuntimeService processes;

  private String caseNumber;
  private String triage;

  @BeforeEach
  void a_breach_that_waits_for_its_triage() {
    time.is("2026-03-03T15:00:00Z");
    var instance = staff.starts("ian", "respond-to-breach", Breach.report());
    caseNumber =
        processes
            .createProcessInstanceQuery()
            .processInstanceId(instance)
            .singleResult()
            .getBusinessKey();
    triage = staff.task(caseNumber, "triage").getId();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(
      resources = "/doors.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1,
      maxCharsPerColumn = -1)
  void what_cannot_be_taken_is_refused_in_words_that_help(
      String name, String written, int status, String says, String stored) throws Exception {
    var before = Stored.now(db);

    var answer = puts(Door.of(name), written == null ? "" : written);

    var body = String.valueOf(answer.getBody());
    assertThat(answer.getStatusCode().value()).as("%.500s", body).isEqualTo(status);
    assertThat(body).hasSizeLessThan(20_000).contains(says == null ? "" : says);
    assertThat(TYPE.matcher(body).replaceAll("")).doesNotContainPattern(INSIDES);
    assertThat(answer.getHeaders().getContentType())
        .satisfiesAnyOf(
            type -> assertThat(type).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON),
            type -> assertThat(status == 200 || Door.of(name).isOfTheEngine()).isTrue());
    var changed = Stored.now(db).changedSince(before);
    if (stored != null) {
      // what was taken has the case looked at again
      changed.removeIf(table -> table.startsWith("\"ACT_"));
    }
    assertThat(changed).isEqualTo(tables(stored));
  }

  /** It once kept a processor busy for hours (CVE-2026-89407). */
  @Test
  void a_number_without_an_end_is_refused_and_takes_nobodys_time() {
    var number = "{\"value\":\"<1*200000>x\",\"type\":\"Double\"}";

    var answer =
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> puts(Door.VARIABLE, number));

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(answer.getBody()).contains("Cannot convert value");
  }

  /** What is right, with one part of it changed at a time into each of the {@link #RUBBISH}. */
  @ParameterizedTest
  @EnumSource(names = {"REPORT", "FACTS", "EVALUATE", "BASELINE", "LETTERS", "TOKENS", "BOUNCES"})
  void whatever_stands_in_place_of_a_part_is_taken_or_refused_and_breaks_nothing(Door door)
      throws IOException {
    var right = json.readTree(new ClassPathResource("doors/taken.json").getFile());
    var taken = right.get(door.name().toLowerCase(Locale.ROOT));
    assertThat(puts(door, taken.toString()).getStatusCode().is2xxSuccessful()).isTrue();
    var surprises = new ArrayList<String>();
    for (var part : parts(taken)) {
      for (var rubbish : RUBBISH) {
        var answer = puts(door, with(taken, part, rubbish));
        if (!isInOrder(answer)) {
          surprises.add(
              "%s, %.40s: %s %.200s"
                  .formatted(part, rubbish, answer.getStatusCode(), answer.getBody()));
        }
      }
    }
    assertThat(surprises).isEmpty();
  }

  private static boolean isInOrder(ResponseEntity<String> answer) {
    var body = String.valueOf(answer.getBody());
    return answer.getStatusCode().is2xxSuccessful()
        || answer.getStatusCode().is4xxClientError()
            && MediaType.APPLICATION_PROBLEM_JSON.equals(answer.getHeaders().getContentType())
            && body.length() < 20_000
            && !INSIDES.matcher(TYPE.matcher(body).replaceAll("")).find();
  }

  /** Where it can be changed: each of its fields, their fields, and so on. */
  private static List<JsonPointer> parts(JsonNode taken) {
    var parts = new ArrayList<JsonPointer>();
    collect(taken, JsonPointer.empty(), parts);
    return parts;
  }

  private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> parts) {
    if (node.isObject()) {
      parts.add(at.appendProperty("unknown"));
    }
    node.fields()
        .forEachRemaining(
            field -> {
              parts.add(at.appendProperty(field.getKey()));
              collect(field.getValue(), at.appendProperty(field.getKey()), parts);
            });
    for (var n = 0; node.isArray() && n < node.size(); n++) {
      parts.add(at.appendIndex(n));
      collect(node.get(n), at.appendIndex(n), parts);
    }
  }

  private String with(JsonNode taken, JsonPointer part, String rubbish) throws IOException {
    var changed = taken.deepCopy();
    var holder = changed.at(part.head());
    var value = json.getNodeFactory().rawValueNode(new RawValue(rubbish));
    if (holder instanceof ObjectNode object) {
      object.set(part.last().getMatchingProperty(), value);
    } else {
      ((ArrayNode) holder).set(part.last().getMatchingIndex(), value);
    }
    return json.writeValueAsString(changed);
  }

  private static Set<String> tables(String names) {
    return names == null
        ? Set.of()
        : Arrays.stream(names.split(" "))
            .map(table -> "\"" + table.toUpperCase(Locale.ROOT) + "\"")
            .collect(Collectors.toSet());
  }

  private ResponseEntity<String> puts(Door door, String written) throws IOException {
    var request =
        RequestEntity.method(
                HttpMethod.valueOf(door.method),
                URI.create(
                    web.getRootUri()
                        + door.path
                            .replace("{caseNumber}", caseNumber)
                            .replace("{triage}", triage)))
            .headers(headers -> headers.setBasicAuth(door.person, DemoStaff.PASSWORD))
            .contentType(MediaType.valueOf(door.type));
    return web.exchange(request.body(body(door, written).getBytes(UTF_8)), String.class);
  }

  private String body(Door door, String written) throws IOException {
    if (door == Door.DEPLOYMENT) {
      return deployment(spread(written));
    }
    if (door.isForm()) {
      return answers(door, spread(written));
    }
    return door.type.equals(MediaType.APPLICATION_JSON_VALUE)
        ? spread(written)
        : spread(unescaped(written)).replace("[columns]", "id,email,name,language,residence\n");
  }

  private static String spread(String written) {
    return REPEATED
        .matcher(written)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
  }

  private static String unescaped(String written) {
    return UNICODE
        .matcher(written)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))))
        .translateEscapes();
  }

  private String answers(Door door, String changed) throws IOException {
    var answers =
        new HashMap<String, Object>(
            door == Door.START_FORM ? Breach.report() : Breach.confirmed("2026-03-03T15:30+01:00"));
    answers.putAll(json.readValue(changed, Map.class));
    return json.writeValueAsString(
        Map.of(
            "variables",
            answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> variable(it.getValue())))));
  }

  private Map<String, Object> variable(Object value) {
    try {
      return value instanceof Iterable
          ? Map.of("value", json.writeValueAsString(value), "type", "Json")
          : Map.of("value", value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String deployment(String written) throws IOException {
    var file = written.split(": ", 2);
    var change = file[1].split(" => ", 2);
    var drawn = Files.readString(Path.of("processes", file[0]));
    assertThat(drawn).contains(change[0]);
    return """
    --part
    Content-Disposition: form-data; name="data"; filename="%s"
    Content-Type: application/octet-stream

    %s
    --part--
    """
        .replace("\n", "\r\n")
        .formatted(file[0], drawn.replace(change[0], change[1]));
  }
}
