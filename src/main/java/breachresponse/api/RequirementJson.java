package breachresponse.api;

import breachresponse.clock.CountingRule;
import breachresponse.obligation.Requirement;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** A duty that a breach may trigger, as the API shows it. */
@Schema(name = "Requirement")
record RequirementJson(
    @Schema(description = "the row of the legal tables", example = "eu-gdpr-33-sa") String id,
    @Schema(description = "ISO 3166-1 or -2, or EU", example = "DE") String jurisdiction,
    String regime,
    String recipient,
    String recipientName,
    String step,
    @Schema(description = "of several, the first that is recorded", example = "[\"awareness\"]")
        List<String> clockStart,
    @Schema(description = "null where the law has no number", example = "72 hours") String period,
    @Schema(description = "when it applies, all of them", example = "[\"People here: > 500\"]")
        List<String> conditions,
    String wording,
    String howToTell,
    String citation,
    LocalDate lastChecked,
    @Schema(allowableValues = {"high", "medium", "low"}) String confidence,
    @Schema(description = "the first day; null where it has been in force for long")
        LocalDate inForceFrom,
    @Schema(description = "the last day; null where no end is known") LocalDate inForceUntil) {

  static RequirementJson of(Requirement required) {
    var duty = required.duty();
    var term = required.term();
    return new RequirementJson(
        duty.id(),
        duty.jurisdiction(),
        duty.regime(),
        Words.of(duty.recipient()),
        duty.recipientName(),
        Words.of(duty.step()),
        term.starts(),
        term.period()
            .map(period -> CountingRule.named(term.counting()).inWords(period))
            .orElse(null),
        required.finding().because(),
        duty.wording(),
        duty.howToTell().orElse(null),
        duty.citation(),
        duty.lastChecked().orElse(null),
        duty.confidence(),
        term.inForce().from().orElse(null),
        term.inForce().until().orElse(null));
  }
}
