package breachresponse.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The Spanish of Camunda's web applications, beside the English that comes with them. */
class WebappLocalesTest {

  private static final Pattern FILLED_IN = Pattern.compile("\\{\\{.*?}}");

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void every_label_has_its_spanish_with_all_that_is_filled_in(String app) throws IOException {
    var english = locale(app, "en");
    var spanish = locale(app, "es");

    assertThat(keys(spanish.get("labels"))).hasSameElementsAs(keys(english.get("labels")));
    assertThat(keys(spanish.path("dateLocales")))
        .hasSameElementsAs(keys(english.path("dateLocales")));
    assertThat(keys(english.get("labels")))
        .allSatisfy(
            key ->
                assertThat(filledIn(spanish.at("/labels/" + key)))
                    .as(key)
                    .hasSameElementsAs(filledIn(english.at("/labels/" + key))));
  }

  private static List<String> keys(JsonNode labels) {
    return StreamSupport.stream(((Iterable<String>) labels::fieldNames).spliterator(), false)
        .toList();
  }

  private static List<String> filledIn(JsonNode label) {
    return FILLED_IN.matcher(label.asText()).results().map(MatchResult::group).toList();
  }

  private static JsonNode locale(String app, String language) throws IOException {
    var file =
        new ClassPathResource(
            "META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(app, language));
    // the one that comes with them begins with a byte order mark
    var text = file.getContentAsString(StandardCharsets.UTF_8).replaceFirst("^\\uFEFF", "");
    return new JsonMapper().readTree(text);
  }
}
