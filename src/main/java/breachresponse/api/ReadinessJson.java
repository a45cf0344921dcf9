package breachresponse.api;

import breachresponse.plan.Lapse;
import breachresponse.plan.Readiness;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * Whether the response plan can be relied on.
 *
 * @param version by which a breach is answered in any case; 0 is the default of the settings
 * @param inForceFrom null for the default
 * @param nextVersion what is being prepared, null if nothing is
 */
@Schema(name = "Readiness")
record ReadinessJson(
    Readiness.State state,
    int version,
    Instant inForceFrom,
    Integer nextVersion,
    List<LapseJson> lapses) {

  /**
   * @param role the group whose task it is
   */
  @Schema(name = "Lapse")
  record LapseJson(Lapse.Kind kind, String inWords, Instant since, String role) {}

  static ReadinessJson of(Readiness.Report report) {
    return new ReadinessJson(
        report.state(),
        report.version().number(),
        report.version().inForceFrom().orElse(null),
        report.next().map(next -> next.number()).orElse(null),
        report.lapses().stream()
            .map(lapse -> new LapseJson(lapse.kind(), lapse.inWords(), lapse.since(), lapse.role()))
            .toList());
  }
}
