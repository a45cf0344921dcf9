package breachresponse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;

import breachresponse.support.ApplicationTest;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.MediaType;

@ApplicationTest
class FactsJsonTest {

  @Autowired private TestRestTemplate web;

  @ParameterizedTest(name = "{1} → {2}: {3}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          "2026-03-27T16:30:00+01:00" | "2026-03-27T16:30:00"  | awareAt                       | '2026-03-27T16:30:00' is not what goes here, give a time with its offset
          "2026-03-27T16:30:00+01:00" | "last Friday"          | awareAt                       | 'last Friday' is not what goes here, give a time with its offset
          "2026-03-27T16:30:00+01:00" | 1774625400             | awareAt                       | is not what goes here, give a time with its offset
          "2026-03-27T16:30:00+01:00" | "9026-03-27T16:30:00Z" | awareAt                       | the year 9026 can't be meant
          "occurrence":null           | "occurrence":"2026"    | clocks.occurrence             | '2026' is not what goes here, give a time with its offset
          "occurrence":null           | "begin":null           | clocks                        | 'begin' is not what goes here, give any one of these: occurrence, detection
          "risk":"high"               | "risk":"huge"          | risk                          | 'huge' is not what goes here, give any one of these: none, unlikely, risk, high
          "risk":"high"               | "risk":3               | risk                          | give any one of these: none, unlikely, risk, high
          "risk":"high"               | "danger":"high"        | danger                        | is not known, leave it out; known here are: account, affected, awareAt
          "role":"controller"         | "role":"owner"         | organisation.role             | 'owner' is not what goes here, give any one of these: controller, processor
          "role":"controller"         | "role":null            | organisation.role             | is missing, say controller, processor or both
          "DE","US-CA"                | "DE","US-XX"           | organisation.establishments   | 'US-XX' is no code of ISO 3166-1 or -2
          "DE","US-CA"                | "DE",null              | organisation.establishments[1] | is null, leave it out
          "mainEstablishment":"DE"    | "mainEstablishment":"FR" | organisation.mainEstablishment | FR is not among the establishments
          "online-service"            | "onlineservice"        | organisation.sectors          | 'onlineservice' is not in the vocabulary, take one of: online-service
          "us-listed"                 | "listed"               | organisation.attributes       | 'listed' is not in the vocabulary, take one of: us-listed
          "payment-card"              | "cards"                | dataCategories                | 'cards' is not in the vocabulary, take one of: name
          "residence":"DE"            | "residence":"Germany"  | affected[1].residence         | 'Germany' is no code of ISO 3166-1 or -2
          "residence":"DE"            | "residence":"US-CA"    | affected[1].residence         | US-CA stands there twice
          "residence":"DE"            | "residence":null       | affected[1].residence         | is missing
          "people":300                | "people":-1            | affected[1].people            | -1 can't be, give 0 or more
          "people":300                | "people":1.5           | affected[1].people            | give a whole number
          "people":300                | "people":"300"         | affected[1].people            | give a whole number
          "people":300                | "persons":300          | affected[1].persons           | is not known, leave it out
          "encrypted":false           | "encrypted":"no"       | protection.encrypted          | is not what goes here, give true, false or null
          ["confidentiality"]         | "confidentiality"      | breach                        | give a list
          ["confidentiality"]         | ["secrecy"]            | breach[0]                     | 'secrecy' is not what goes here, give any one of these: confidentiality
          "risk":"high"               | "hold":{"basis":" ","orderedBy":"y","from":"2026-01-01T12:00:00Z"} | hold.basis | is missing, say by which provision
          "risk":"high"               | "hold":{"basis":"x","from":"2026-01-01T12:00:00Z"} | hold.orderedBy | is missing, say who ordered it
          "risk":"high"               | "hold":{"basis":"x","orderedBy":"y"} | hold.from | is missing, say since when it binds
          "risk":"high"               | "hold":{"basis":"x","orderedBy":"y","from":"2026-01-01T12:00:00Z","until":"2026-01-01T13:00:00+01:00"} | hold.until | is not after its beginning
          "risk":"high"               | "hold":{"basis":"x","orderedBy":"y","from":"2026-01-01T12:00:00Z","until":"+999999999-12-31T23:59:59Z"} | hold.until | the year 999999999 can't be meant
          "risk":"high"               | "account":{"awarenessReason":"a\\u0000"} | account.awarenessReason | it has invisible characters
          """)
  void what_can_not_be_a_fact_is_refused_with_its_field_and_the_remedy(
      String good, String bad, String field, String message) {
    assertThat(ApiDescription.FACTS).contains(good);

    var error = refused(ApiDescription.FACTS.replace(good, bad)).get("errors").get(0);

    assertThat(error.get("field").asText()).isEqualTo(field);
    assertThat(error.get("message").asText()).contains(message);
  }

  @Test
  void all_wrong_fields_are_named_at_once() {
    var facts =
        ApiDescription.FACTS.replace("\"people\":300", "\"people\":-1").replace("US-CA", "US-CX");
    assertThat(refused(facts).get("errors").findValuesAsText("field"))
        .containsExactly(
            "organisation.establishments", "affected[0].residence", "affected[1].people");
  }

  @Test
  void what_is_no_json_is_refused_with_the_place() {
    assertThat(refused("{\"risk\":\n \"high\",,}").get("detail").asText())
        .isEqualTo("body: is no JSON (line 2, column 9), mend it there");
  }

  @Test
  void a_field_that_is_there_twice_is_refused() {
    assertThat(refused("{\"risk\":\"high\",\"risk\":\"none\"}").get("detail").asText())
        .startsWith("body: is no JSON");
  }

  @Test
  void a_text_that_is_too_long_for_the_forms_is_refused() {
    assertThat(
            refused("{\"account\":{\"cause\":\"%s\"}}".formatted("x".repeat(4001)))
                .get("detail")
                .asText())
        .isEqualTo("account.cause: has 4001 characters, shorten it to 4000");
  }

  @Test
  void an_empty_body_is_refused() {
    assertThat(refused("").get("detail").asText()).isEqualTo("body: is missing, send JSON");
  }

  @Test
  void the_terms_that_facts_may_use_are_listed_with_their_labels() {
    var vocabulary = new Api(web, "lena").get("/api/vocabulary").getBody();
    assertThat(vocabulary.at("/dataCategories/0").toString())
        .isEqualTo("{\"id\":\"name\",\"label\":\"Name\"}");
    assertThat(vocabulary.get("sectors").findValuesAsText("id")).contains("online-service");
    assertThat(vocabulary.get("attributes").findValuesAsText("id")).contains("us-listed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AE-DIFC", "AE-ADGM", "QA-QFC"})
  void a_zone_with_a_law_of_its_own_is_a_place(String zone) {
    var facts = ApiDescription.FACTS.replace("\"DE\",\"US-CA\"", "\"DE\",\"%s\"".formatted(zone));

    var duties = new Api(web, "lena").post("/api/obligations/evaluate", facts).getBody();

    assertThat(duties.findValuesAsText("jurisdiction")).contains(zone);
  }

  private JsonNode refused(String facts) {
    var answer = new Api(web, "lena").post("/api/obligations/evaluate", facts);
    assertThat(answer.getStatusCode()).isEqualTo(BAD_REQUEST);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    return answer.getBody();
  }
}
