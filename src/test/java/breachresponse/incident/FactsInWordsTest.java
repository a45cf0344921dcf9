package breachresponse.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import breachresponse.incident.FactsInWords.Change;
import breachresponse.language.Catalogue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsInWordsTest {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);

  @Test
  void facts_that_say_the_same_have_no_changes() {
    var high = "{\"risk\":\"high\"}";

    assertThat(changes(facts(high), facts(high), "en")).isEmpty();
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

    assertThat(changes(before, after, "en"))
        .containsExactly(
            new Change("Aware since", null, "Fri 27 Mar 2026, 16:30 Berlin"),
            new Change("Data", null, "E-mail address"),
            new Change("People in United States (US-CA)", "1,200, estimated", "1,300"),
            new Change("Risk to people", "unlikely", "high"),
            new Change("Cause", "A guess.", null));
  }

  @Test
  void a_hold_is_a_fact_of_its_own_parts() {
    var held = facts("{\"hold\":{\"basis\":\"StPO\",\"orderedBy\":\"LKA\"}}");

    assertThat(changes(Facts.UNKNOWN, held, "en"))
        .containsExactly(
            new Change("Hold: legal basis", null, "StPO"),
            new Change("Hold: ordered by", null, "LKA"));
  }

  @Test
  void in_spanish_all_is_spanish_but_what_people_wrote() {
    var known =
        facts(
            """
            {"awareAt":"2026-03-27T16:30:00+01:00","risk":"high","dataCategories":["email"],
             "breach":["confidentiality"],"consequence":"serious-harm",
             "clocks":{"individualsNotified":"2026-03-30T16:30:00+02:00"},
             "protection":{"encrypted":true,"keyCompromised":false},
             "organisation":{"role":"controller","establishments":["DE"]},
             "affected":[{"residence":"US-CA","people":1200,"estimated":true}],
             "account":{"cause":"A guess."}}
            """);

    assertThat(changes(Facts.UNKNOWN, known, "es"))
        .extracting(Change::fact, Change::after)
        .containsExactly(
            tuple("Constancia desde", "vie 27 mar 2026, 16:30 Berlin"),
            tuple("Aviso a los interesados", "lun 30 mar 2026, 16:30 Berlin"),
            tuple("Función", "responsable del tratamiento"),
            tuple("Establecida en", "Alemania (DE)"),
            tuple("Qué pasó con los datos", "confidencialidad"),
            tuple("Datos", "Dirección de correo electrónico"),
            tuple("Cifrados", "sí"),
            tuple("Clave comprometida", "no"),
            tuple("Personas en Estados Unidos (US-CA)", "1.200, estimado"),
            tuple("Riesgo para las personas", "alto"),
            tuple("Peor consecuencia", "daño grave"),
            tuple("Causa", "A guess."));
  }

  private static List<Change> changes(Facts before, Facts after, String language) {
    return new FactsInWords(new Vocabulary(), new Catalogue(language))
        .changes(before, after, ZoneId.of("Europe/Berlin"));
  }

  private static Facts facts(String json) {
    try {
      return JSON.readValue(json, Facts.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
