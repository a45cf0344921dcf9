package breachresponse.api;

import breachresponse.obligation.Duty;
import breachresponse.obligation.Finding;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister.Evaluated;
import breachresponse.obligation.StatutoryClock;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A duty with its clock, as the API shows it. All times have the offset of the law's own zone. */
@Schema(name = "Obligation")
record ObligationJson(
    @Schema(description = "the row of the legal tables", example = "eu-gdpr-33-sa") String id,
    @Schema(description = "ISO 3166-1 or -2, or EU", example = "EU") String jurisdiction,
    @Schema(example = "Regulation (EU) 2016/679 (GDPR)") String regime,
    @Schema(
            allowableValues = {
              "authority",
              "people",
              "controller",
              "credit-bureaus",
              "media",
              "investors",
              "other"
            })
        String recipient,
    String recipientName,
    @Schema(
            description = "which of several filings",
            allowableValues = {"initial", "intermediate", "final", "individuals"})
        String step,
    @Schema(description = "what starts the clock", example = "awareness") String clockStart,
    @Schema(
            description = "when that happened; null while the clock waits for it",
            example = "2026-03-27T16:30:00+01:00")
        OffsetDateTime start,
    @Schema(
            description =
                "the earliest instant that the law can be read to mean; null while the clock waits, and where the law has no number",
            example = "2026-03-30T17:30:00+02:00")
        OffsetDateTime due,
    @Schema(
            description = "the latest instant that the law can be read to mean",
            example = "2026-03-30T17:30:00+02:00")
        OffsetDateTime legalLatest,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description =
                "our own target, only where the law has no number; it is no term of the law",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        OffsetDateTime target,
    @Schema(
            description = "running, target-only, or waiting-for- and what the clock waits for",
            example = "running")
        String status,
    @Schema(description = "start and why, period, counting rule, zone, result: in words")
        String explanation,
    @Schema(description = "the law's own words on the term") String wording,
    @Schema(example = "GDPR Art 33(1)") String citation,
    @Schema(description = "when somebody last held the row against the law") LocalDate lastChecked,
    @Schema(allowableValues = {"high", "medium", "low"}) String confidence,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description = "portal, form and language, as far as the tables know",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        String howToTell,
    @Schema(
            description =
                "undecided: it depends on facts that are not known yet, and counts as owed until they are",
            allowableValues = {"triggered", "undecided", "not-triggered"})
        String verdict,
    @Schema(
            description =
                "which facts are missing where it is undecided, what it fails on where it is not triggered")
        List<String> because,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description = "what became of it; in a case only",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Fulfilment fulfilment) {

  /** What became of a duty in a case. */
  record Fulfilment(
      @Schema(
              allowableValues = {
                "open",
                "not-triggered",
                "fulfilled",
                "no-longer-triggered",
                "released"
              })
          String status,
      @Schema(description = "when the recipient was told") OffsetDateTime filedAt,
      @Schema(description = "under which the recipient keeps it") String reference,
      String reasonForDelay,
      @Schema(description = "why legal decided that nobody is told") String releaseReason) {}

  static ObligationJson of(Evaluated evaluated) {
    return of(evaluated.duty(), evaluated.clock(), evaluated.finding(), null);
  }

  static ObligationJson of(Obligation obligation) {
    return of(
        obligation.duty(),
        obligation.clock(),
        obligation.finding(),
        new Fulfilment(
            Words.of(obligation.status()),
            in(obligation.clock().zone(), obligation.filedAt()),
            obligation.reference().orElse(null),
            obligation.reasonForDelay().orElse(null),
            obligation.releaseReason().orElse(null)));
  }

  private static ObligationJson of(
      Duty duty, StatutoryClock clock, Finding finding, Fulfilment fulfilment) {
    return new ObligationJson(
        duty.id(),
        duty.jurisdiction(),
        duty.regime(),
        Words.of(duty.recipient()),
        duty.recipientName(),
        Words.of(duty.step()),
        clock.startsWith(),
        in(clock.zone(), clock.start()),
        in(clock.zone(), clock.due()),
        in(clock.zone(), clock.legalLatest()),
        in(clock.zone(), clock.target()),
        clock.status(),
        clock.explanation(),
        duty.wording(),
        duty.citation(),
        duty.lastChecked().orElse(null),
        duty.confidence(),
        duty.howToTell().orElse(null),
        Words.of(finding.verdict()),
        finding.because(),
        fulfilment);
  }

  private static OffsetDateTime in(ZoneId zone, Optional<Instant> instant) {
    return instant.map(at -> at.atZone(zone).toOffsetDateTime()).orElse(null);
  }
}
