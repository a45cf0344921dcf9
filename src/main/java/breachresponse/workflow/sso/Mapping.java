package breachresponse.workflow.sso;

import breachresponse.plan.Role;
import org.camunda.bpm.engine.authorization.Groups;

/**
 * A group of the provider's, and what it is to us.
 *
 * @param ours the id of a group here
 * @param theirs as a token has it
 */
record Mapping(String ours, String theirs) {

  Mapping {
    if (theirs.isBlank() || !Role.isGroup(ours) && !ours.equals(Groups.CAMUNDA_ADMIN)) {
      throw new IllegalArgumentException(
          "breach.sso.groups: %s=%s is not a group of ours, an equals sign, and a group of the provider's"
              .formatted(ours, theirs));
    }
  }

  /** So that a setting can be read: Spring calls it. */
  public static Mapping valueOf(String setting) {
    var sides = setting.split("=", 2);
    return new Mapping(sides[0].strip(), sides.length < 2 ? "" : sides[1].strip());
  }
}
