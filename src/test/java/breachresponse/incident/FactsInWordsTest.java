package breachresponse.incident;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.FactsInWords.Change;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;

class FactsInWordsTest {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);

  private final FactsInWords words = new FactsInWords(new Vocabulary());

  @Test
  void facts_that_say_the_same_have_no_changes() {
    var high = "{\"risk\":\"high\"}";

    assertThat(words.changes(facts(high), facts(high))).isEmpty();
  }

  @Test
  void what_became_known_what_changed_and_what_is_known_no_more_is_said_by_name() {
    var before =
        facts(
            """
            {"risk":"unlikely","account":{"cause":"A guess."},
             "affected":[{"residence":"US-CA","people":1200,"estimated":true}]}
            """);
    var after =
        facts(
            """
            {"awareAt":"2026-03-27T16:30:00+01:00","risk":"high","dataCategories":["email"],
             "affected":[{"residence":"US-CA","people":1300}]}
            """);

    assertThat(words.changes(before, after))
        .containsExactly(
            new Change("Aware since", null, "Fri 27 Mar 2026, 16:30 +01:00"),
            new Change("Data", null, "E-mail address"),
            new Change("People in United States (US-CA)", "1,200, estimated", "1,300"),
            new Change("Risk to people", "unlikely", "high"),
            new Change("Cause", "A guess.", null));
  }

  @Test
  void a_hold_is_a_fact_of_its_own_parts() {
    var held = facts("{\"hold\":{\"basis\":\"StPO\",\"orderedBy\":\"LKA\"}}");

    assertThat(words.changes(Facts.UNKNOWN, held))
        .containsExactly(
            new Change("Hold: legal basis", null, "StPO"),
            new Change("Hold: ordered by", null, "LKA"));
  }

  private static Facts facts(String json) {
    try {
      return JSON.readValue(json, Facts.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
