package breachresponse.evidence;

import java.time.Instant;

/**
 * One version of a diagram or a decision table.
 *
 * @param key its name in all versions: {@code sign-off}, {@code obligations-europe}
 * @param deployment the delivery that brought it
 * @param resource the file in that delivery
 * @param sha256 of that file, in hex
 */
public record RuleVersion(
    String id,
    String key,
    int version,
    String deployment,
    String resource,
    Instant deployedAt,
    String sha256) {

  /** The file's name, which each content has for itself: {@code sign-off-3f2a9c0b1d4e.bpmn}. */
  String fileName() {
    var name = resource.substring(resource.lastIndexOf('/') + 1);
    var dot = name.lastIndexOf('.');
    return name.substring(0, dot) + "-" + sha256.substring(0, 12) + name.substring(dot);
  }
}
