package breachresponse.api;

import breachresponse.delivery.Dispatches.Progress;
import breachresponse.evidence.Governing;
import breachresponse.incident.Facts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A case as the API shows it: without personal data of the people affected. */
@Schema(name = "Incident")
record IncidentJson(
    @Schema(example = "2026-0001") String caseNumber,
    String title,
    String description,
    @Schema(description = "true if nothing of it has happened, and nothing leaves")
        boolean exercise,
    @Schema(allowableValues = {"reported", "responding", "false-alarm", "closed"}) String status,
    String reportedBy,
    Instant reportedAt,
    Instant closedAt,
    @Schema(description = "null until it is assessed") Criticality criticality,
    @Schema(description = "what is known now; null if nothing is recorded") Facts facts,
    @Schema(description = "1 is the first; null if nothing is recorded") Integer factsVersion,
    @Schema(description = "the first due first") List<ObligationJson> obligations,
    @Schema(description = "what laws that concern the case do not ask for, and why")
        List<ObligationJson> notTriggered,
    List<NoticeJson> notices,
    @Schema(description = "which rules held, in which version; the evidence has them in full")
        GovernedBy governedBy) {

  record Criticality(
      @Schema(minimum = "0", maximum = "6", description = "0 public information, 6 catastrophe")
          int level,
      String reason) {}

  /** The plan, diagrams and decision tables by which the case was answered. */
  record GovernedBy(
      @Schema(description = "the one that it was opened by, and each that replaced it")
          List<PlanJson> plan,
      @Schema(description = "by which its processes run") List<RuleJson> diagrams,
      @Schema(description = "by which it was judged") List<RuleJson> tables) {}

  @Schema(name = "GoverningPlan")
  record PlanJson(
      @Schema(minimum = "0", description = "0 is the default of the settings") int version,
      String sha256,
      Instant from) {}

  @Schema(name = "GoverningRule")
  record RuleJson(
      @Schema(example = "obligations-europe") String key,
      @Schema(minimum = "1") int version,
      Instant deployedAt,
      @Schema(description = "of the file as it was deployed") String sha256,
      Instant from,
      @Schema(description = "null while it governs") Instant until) {

    static RuleJson of(Governing governing) {
      return new RuleJson(
          governing.rule().key(),
          governing.rule().version(),
          governing.rule().deployedAt(),
          governing.rule().sha256(),
          governing.from(),
          governing.until().orElse(null));
    }
  }

  /** What customers are told, and how far the telling has come. */
  @Schema(name = "Notice")
  record NoticeJson(
      UUID id,
      @Schema(description = "SHA-256 of the text to be signed") String sha256,
      @Schema(description = "true once everybody who must sign has signed") boolean signed,
      @Schema(description = "where the public can read it; null until then") URI postedAt,
      @Schema(description = "null until the sending has been started") Delivery delivery) {}

  /** How many mails have gone where. */
  record Delivery(
      int total,
      int sent,
      int queued,
      int undeliverable,
      @Schema(description = "may have arrived or not, held for a person") int unknown,
      @Schema(description = "were sent, and came back") int bounced,
      @Schema(description = "not sent to, since the dispatch was stopped") int held,
      @Schema(description = "in no segment of the notice") int leftOut,
      boolean paused) {

    static Delivery of(Progress progress) {
      return new Delivery(
          progress.total(),
          progress.sent(),
          progress.queued(),
          progress.undeliverable(),
          progress.unknown(),
          progress.bounced(),
          progress.held(),
          progress.leftOut(),
          progress.paused());
    }
  }
}
