package breachresponse.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import org.springframework.boot.jackson.JsonComponent;

/** Takes texts as texts: a number is none. */
@JsonComponent
class PlainTexts extends JsonDeserializer<String> {

  @Override
  public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
    return json.hasToken(JsonToken.VALUE_STRING)
        ? json.getText()
        : (String) context.handleUnexpectedToken(String.class, json);
  }
}
