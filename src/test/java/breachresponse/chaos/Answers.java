package breachresponse.chaos;

import breachresponse.support.Breach;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the staff type into each form. */
final class Answers {

  private static final Pattern LEFT_TO_PR = Pattern.compile("\\{\\{(?!name}})[^}]*}}");

  private Answers() {}

  /**
   * @param shown the variables of the form, as the engine's API has them
   * @return variables as the engine's API takes them
   */
  static Map<String, Object> to(String task, JsonNode shown, Instant now) {
    return typed(task, shown, now).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, answer -> variable(answer.getValue())));
  }

  private static Map<String, Object> variable(Object value) {
    return value instanceof List<?> several
        ? Map.of("type", "Json", "value", several.stream().map("\"%s\""::formatted).toList() + "")
        : Map.of("value", value);
  }

  private static Map<String, Object> typed(String task, JsonNode shown, Instant now) {
    return switch (task) {
      case "triage" -> Breach.confirmed(now.minusSeconds(300).toString());
      case "containBreach" -> Map.of("measures", "The way in is closed.");
      case "assessExposure" ->
          Breach.exposure(text(shown, "awareAt"), shown.at("/shownVersion/value").asInt());
      case "confirmCriticality" -> Map.of("level", text(shown, "level"));
      case "decideOnCustomers" -> Map.of("decision", "tell");
      case "defineSegments" -> Map.of("sameForAll", "yes");
      case "draftNotice" -> draft(shown);
      case "sign" -> Map.of("decision", "sign");
      case "releaseNotice" -> Map.of("decision", "release", "list", text(shown, "shownList"));
      case "prepareFiling" ->
          Map.of("outcome", "file", "text", text(shown, "text"), "incomplete", true);
      case "fileIt" -> Map.of("filedAt", now.toString(), "reference", "26-118");
      case "recordClockStart" -> Map.of("outcome", "not-owed", "reason", "It does not happen.");
      case "acceptChanges" -> Map.of("reason", "The facts are better known now.");
      case "postOnChannel" -> Map.of("outcome", "not-posted", "reason", "No account there.");
      case "letTheMailsGoFirst" -> Map.of("decision", "now", "reason", "It is in the papers.");
      case "informTheAudience" -> Map.of("how", "By telephone.");
      case "reviewResponse" -> Map.of("lessons", "Two factors.", "nobodyToldReason", "None.");
      default -> Map.of();
    };
  }

  private static Map<String, Object> draft(JsonNode shown) {
    var answers = new HashMap<String, Object>();
    shown
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (shown.at("/%s/value".formatted(field)).isTextual()) {
                answers.put(
                    field,
                    LEFT_TO_PR.matcher(text(shown, field)).replaceAll("Your data were copied."));
              }
            });
    answers.put("incomplete", true);
    answers.put("incompleteReason", "The rest is on our page.");
    return answers;
  }

  private static String text(JsonNode shown, String field) {
    return shown.at("/%s/value".formatted(field)).asText();
  }
}
