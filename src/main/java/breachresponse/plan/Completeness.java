package breachresponse.plan;

import breachresponse.plan.ResponsePlan.Seat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a version of the plan still lacks before it may be signed. */
@Component
public class Completeness {

  /** The parts of a plan, in the order in which people read them: each the task that settles it. */
  public static final List<String> SECTIONS =
      List.of(
          "establishTheTeam",
          "setPointsOfContact",
          "chooseCommunicationMechanisms",
          "defineDisclosureLevels",
          "defineTheCriticalityScale",
          "reviewLegalObligations",
          "determineTheVoice",
          "setTargets");

  /** The roles that answer a breach. */
  public static final List<String> ROLES =
      List.of("legal", "senior-leadership", "cio", "core-it", "pr", "ceo", "privacy");

  /**
   * @param section where it is mended
   */
  public record Gap(String section, String inWords) {}

  /** The gaps, in the order of the sections. */
  public List<Gap> gapsOf(PlanContent plan) {
    return Stream.of(
            ROLES.stream().flatMap(role -> gapsOfRole(plan, role)),
            missing(
                plan.contact().email().isBlank(),
                "setPointsOfContact",
                "customers have no address to write to"),
            missing(
                plan.pointsOfContact().stream()
                    .noneMatch(point -> point.audience().equals("press")),
                "setPointsOfContact",
                "the press has nobody to turn to"),
            missing(
                plan.ownerOf("email").isEmpty(),
                "chooseCommunicationMechanisms",
                "customers would not be mailed, as most laws want"),
            missing(
                !plan.reviewedTables().containsKey("disclosure"),
                "defineDisclosureLevels",
                "nobody has reviewed the levels of disclosure"),
            missing(
                !plan.reviewedTables().containsKey("criticality"),
                "defineTheCriticalityScale",
                "nobody has reviewed the scale of criticality"),
            missing(
                plan.residences().isEmpty(),
                "reviewLegalObligations",
                "nobody has said where customers live"),
            missing(
                plan.sender().address().isBlank(),
                "determineTheVoice",
                "nobody is named as the sender of notices"))
        .flatMap(gaps -> gaps)
        .toList();
  }

  private static Stream<Gap> gapsOfRole(PlanContent plan, String role) {
    Predicate<Seat> filled = seat -> seat.role().equals(role);
    var seat = plan.seats().stream().filter(filled).findFirst();
    return Stream.concat(
        missing(seat.isEmpty(), "establishTheTeam", "%s has nobody".formatted(Role.title(role))),
        missing(
            seat.isPresent() && seat.get().deputies().isEmpty(),
            "establishTheTeam",
            "%s has no deputy".formatted(Role.title(role))));
  }

  private static Stream<Gap> missing(boolean isMissing, String section, String inWords) {
    return isMissing ? Stream.of(new Gap(section, inWords)) : Stream.empty();
  }
}
