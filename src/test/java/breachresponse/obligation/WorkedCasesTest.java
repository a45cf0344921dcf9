package breachresponse.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.support.ApplicationTest;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whole cases with their facts, and what the laws ask for; each names its source. */
@ApplicationTest
class WorkedCasesTest {

  @Autowired private ObligationRegister register;
  @Autowired private Incidents incidents;

  /**
   * @param undecided words of the fact that it depends on, and that nobody knows yet
   */
  record Expected(
      String id,
      String jurisdiction,
      String recipientName,
      OffsetDateTime due,
      OffsetDateTime legalLatest,
      String status,
      String undecided) {}

  /**
   * @param filed what was filed meanwhile, by the id of the duty, in its order
   * @param notTriggered duties of laws that concern the case, but do not ask for anything
   */
  record WorkedCase(
      String id,
      String title,
      String basis,
      Facts facts,
      LinkedHashMap<String, OffsetDateTime> filed,
      List<Expected> expected,
      List<String> notTriggered) {

    @Override
    public String toString() {
      return "%s: %s (%s)".formatted(id, title, basis);
    }
  }

  static Stream<WorkedCase> cases() throws IOException {
    var json =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    var cases = new ArrayList<WorkedCase>();
    for (var file :
        new PathMatchingResourcePatternResolver().getResources("classpath:cases/*.json")) {
      try (var text = file.getInputStream()) {
        cases.addAll(json.readValue(text, new TypeReference<List<WorkedCase>>() {}));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void facts_alone_decide_who_must_be_told_by_when(WorkedCase worked) {
    var breach = incidents.open(worked.title(), "", "ines");
    incidents.record(breach, worked.facts(), "ines");
    register.determine(breach);
    if (worked.filed() != null) {
      worked.filed().forEach((duty, at) -> file(breach, duty, at));
    }

    var obligations = register.of(breach);

    assertThat(obligations)
        .extracting(o -> o.duty().id() + " in " + o.duty().jurisdiction())
        .containsExactlyInAnyOrderElementsOf(
            worked.expected().stream().map(e -> e.id() + " in " + e.jurisdiction()).toList());
    worked.expected().forEach(expected -> hold(expected, obligations));
    if (worked.notTriggered() != null) {
      assertThat(register.evaluate(worked.facts()))
          .filteredOn(evaluated -> evaluated.finding().verdict() == Verdict.NOT_TRIGGERED)
          .extracting(evaluated -> evaluated.duty().id())
          .containsAll(worked.notTriggered());
    }
  }

  private static void hold(Expected expected, List<Obligation> obligations) {
    var obligation = find(expected.id(), obligations);
    if (expected.due() != null) {
      assertThat(obligation.clock().due()).contains(expected.due().toInstant());
    } else {
      assertThat(obligation.clock().due()).isEmpty();
      assertThat(obligation.clock().status()).isEqualTo(expected.status());
    }
    if (expected.legalLatest() != null) {
      assertThat(obligation.clock().legalLatest()).contains(expected.legalLatest().toInstant());
    }
    if (expected.undecided() == null) {
      assertThat(obligation.finding().verdict()).isEqualTo(Verdict.TRIGGERED);
    } else {
      assertThat(obligation.finding().verdict()).isEqualTo(Verdict.UNDECIDED);
      assertThat(obligation.finding().inWords()).contains(expected.undecided());
    }
    if (expected.recipientName() != null) {
      assertThat(obligation.duty().recipientName()).isEqualTo(expected.recipientName());
    }
  }

  private void file(CaseNumber breach, String duty, OffsetDateTime at) {
    register.fulfil(
        find(duty, register.of(breach)).id(),
        Filing.Kind.COMPLETE,
        at.toInstant(),
        null,
        null,
        null,
        "paul");
  }

  private static Obligation find(String duty, List<Obligation> obligations) {
    return obligations.stream().filter(o -> o.duty().id().equals(duty)).findFirst().orElseThrow();
  }
}
