package breachresponse.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.stereotype.Component;

/** Refuses a null in a list where it stands, before a record does that knows no place. */
@Component
class NoNullsInLists implements Jackson2ObjectMapperBuilderCustomizer {

  private static final JsonSetter.Value REFUSED = JsonSetter.Value.forContentNulls(Nulls.FAIL);

  @Override
  public void customize(Jackson2ObjectMapperBuilder json) {
    json.postConfigurer(
        mapper ->
            List.of(List.class, Set.class)
                .forEach(type -> mapper.configOverride(type).setSetterInfo(REFUSED)));
  }
}
