package breachresponse.api;

import breachresponse.incident.Facts;
import breachresponse.incident.Milestone;
import breachresponse.obligation.Obligation;
import breachresponse.register.BreachRegister;
import breachresponse.register.RegisterLine;
import breachresponse.register.RegisterYear;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The register of breaches as the API shows it. */
@Schema(name = "Register")
record RegisterJson(
    Instant asOf,
    @Schema(
            description = "of the organisation, in which people read the times",
            example = "Europe/Berlin")
        ZoneId zone,
    @Schema(description = "of the breaches in the answer, the latest first") List<YearJson> years,
    @Schema(description = "the first reported first") List<BreachJson> breaches) {

  static RegisterJson of(BreachRegister.Answer answer, Instant asOf, ZoneId zone) {
    return new RegisterJson(
        asOf,
        zone,
        answer.years().stream().map(YearJson::of).toList(),
        answer.lines().stream().map(BreachJson::of).toList());
  }

  @Schema(name = "RegisterYear")
  record YearJson(
      @Schema(example = "2026") int year,
      int breaches,
      @Schema(example = "{\"0\":1,\"4\":2,\"not-assessed\":1}") Map<String, Integer> byCriticality,
      @Schema(description = "somebody was told, and nobody late") int toldInTime,
      @Schema(description = "a deadline passed before somebody was told") int toldLate,
      @Schema(description = "nobody was told yet") int pending,
      @Schema(description = "nobody had to be told") int nobodyTold,
      @Schema(description = "which are among no other number") int falseAlarms,
      @Schema(description = "as far as known") long peopleAffected,
      @Schema(description = "median from the report, in hours; null if there is none")
          Double hoursToTriage,
      @Schema(description = "median from awareness, in hours; null if there is none")
          Double hoursToAuthority,
      @Schema(description = "median from awareness, in hours; null if there is none")
          Double hoursToCustomers) {

    private static YearJson of(RegisterYear year) {
      return new YearJson(
          year.year(),
          year.breaches(),
          byCriticality(year.byCriticality()),
          year.toldInTime(),
          year.toldLate(),
          year.pending(),
          year.nobodyTold(),
          year.falseAlarms(),
          year.peopleAffected(),
          hours(year.toTriage()),
          hours(year.toAuthority()),
          hours(year.toCustomers()));
    }

    private static Map<String, Integer> byCriticality(List<Integer> counts) {
      var named = new LinkedHashMap<String, Integer>();
      for (var level = 0; level < counts.size(); level++) {
        named.put(
            level == counts.size() - 1 ? "not-assessed" : String.valueOf(level), counts.get(level));
      }
      return named;
    }

    private static Double hours(Optional<Duration> time) {
      return time.map(took -> Math.round(took.toMinutes() / 6.0) / 10.0).orElse(null);
    }
  }

  @Schema(name = "RegisteredBreach")
  record BreachJson(
      @Schema(example = "2026-0001") String caseNumber,
      String title,
      String description,
      @Schema(allowableValues = {"reported", "responding", "false-alarm", "closed"}) String status,
      @Schema(allowableValues = {"late", "in-time", "pending", "nobody"}) String told,
      Instant reportedAt,
      OffsetDateTime awareAt,
      Instant occurredAt,
      Instant containedAt,
      Instant triagedAt,
      Instant closedAt,
      Integer criticality,
      String criticalityReason,
      Set<Facts.Aspect> breach,
      Set<String> dataCategories,
      @Schema(description = "as far as known; null if nothing is") Long people,
      @Schema(description = "by residence") List<Facts.Affected> affected,
      String cause,
      String effects,
      String remedialAction,
      Facts.Risk risk,
      String riskReason,
      @Schema(description = "why customers are not told, where no duty says it") String decision,
      List<DutyJson> duties) {

    private static BreachJson of(RegisterLine line) {
      var incident = line.incident();
      return new BreachJson(
          incident.caseNumber().value(),
          incident.title(),
          incident.description(),
          Words.of(incident.status()),
          Words.of(line.told()),
          incident.reportedAt(),
          line.fact(Facts::awareAt).orElse(null),
          line.milestone(Milestone.OCCURRENCE).orElse(null),
          line.milestone(Milestone.CONTAINMENT).orElse(null),
          line.triagedAt().orElse(null),
          incident.closedAt().orElse(null),
          incident.criticality().orElse(null),
          incident.criticalityReason().orElse(null),
          line.fact(Facts::breach).orElse(null),
          line.fact(Facts::dataCategories).orElse(null),
          line.fact(Facts::affected).flatMap(known -> line.fact(Facts::people)).orElse(null),
          line.fact(Facts::affected).orElse(null),
          line.fact(facts -> facts.account().cause()).orElse(null),
          line.fact(facts -> facts.account().consequences()).orElse(null),
          line.fact(facts -> facts.account().measures()).orElse(null),
          line.fact(Facts::risk).orElse(null),
          line.fact(facts -> facts.account().riskReason()).orElse(null),
          line.freeDecision().orElse(null),
          line.obligations().stream().map(duty -> DutyJson.of(line, duty)).toList());
    }
  }

  @Schema(name = "RegisteredDuty")
  record DutyJson(
      String recipient,
      String recipientName,
      String jurisdiction,
      String citation,
      String status,
      Instant due,
      Instant toldAt,
      String reference,
      @Schema(description = "told after its deadline, or past it and not told") boolean late,
      String reasonForDelay,
      String whyNotTold) {

    private static DutyJson of(RegisterLine line, Obligation duty) {
      return new DutyJson(
          Words.of(duty.duty().recipient()),
          duty.duty().recipientName(),
          duty.duty().jurisdiction(),
          duty.duty().citation(),
          Words.of(duty.status()),
          duty.clock().due().orElse(null),
          duty.filedAt().orElse(null),
          duty.reference().orElse(null),
          line.isLate(duty),
          duty.reasonForDelay().orElse(null),
          line.whyNobodyIsTold(duty).orElse(null));
    }
  }
}
