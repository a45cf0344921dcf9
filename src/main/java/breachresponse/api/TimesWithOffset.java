package breachresponse.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.springframework.boot.jackson.JsonComponent;

/** Takes times as ISO 8601 with their offset, and nothing else: no number, no guess at a zone. */
@JsonComponent
class TimesWithOffset extends JsonDeserializer<OffsetDateTime> {

  @Override
  public OffsetDateTime deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, json);
    }
    try {
      return OffsetDateTime.parse(json.getText());
    } catch (DateTimeParseException unreadable) {
      return (OffsetDateTime)
          context.handleWeirdStringValue(OffsetDateTime.class, json.getText(), "no such time");
    }
  }
}
