package breachresponse.api;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.FactsRefused.Problem;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/** Says in plain words why JSON could not be read, and what would be right. */
final class ReadingProblem {

  private ReadingProblem() {}

  static Problem of(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping
        ? new Problem(field(mapping), message(mapping))
        : new Problem("body", "is no JSON (%s), mend it there".formatted(where(e.getLocation())));
  }

  private static String message(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "is not known, leave it out; known here are: %s"
          .formatted(
              unknown.getKnownPropertyIds().stream()
                  .map(Object::toString)
                  .sorted()
                  .collect(joining(", ")));
    }
    if (e instanceof ValueInstantiationException) {
      return e.getCause().getMessage();
    }
    if (e instanceof InvalidNullException) {
      return "is null, leave it out";
    }
    if (e instanceof InvalidFormatException wrong) {
      return "'%s' is not what goes here, give %s"
          .formatted(wrong.getValue(), expected(wrong.getTargetType()));
    }
    if (e instanceof MismatchedInputException mismatched) {
      return "is not what goes here, give %s".formatted(expected(mismatched.getTargetType()));
    }
    return "can't be read (%s), mend it there".formatted(where(e.getLocation()));
  }

  private static String expected(Class<?> type) {
    if (type == OffsetDateTime.class) {
      return "a time with its offset, like 2026-03-27T16:30:00+01:00 or 2026-03-27T15:30:00Z";
    }
    if (type == Long.class) {
      return "a whole number, or null";
    }
    if (type == Boolean.class) {
      return "true, false or null";
    }
    if (type == String.class) {
      return "a text";
    }
    if (type.isEnum()) {
      return "any one of these: %s".formatted(choices(type));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "another value";
  }

  private static String choices(Class<?> type) {
    return Arrays.stream(type.getFields())
        .filter(field -> field.isAnnotationPresent(JsonProperty.class))
        .map(field -> field.getAnnotation(JsonProperty.class).value())
        .collect(joining(", "));
  }

  private static String field(JsonMappingException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? "body" : path.toString();
  }

  private static String where(JsonLocation place) {
    return place == null
        ? "somewhere"
        : "line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
  }
}
