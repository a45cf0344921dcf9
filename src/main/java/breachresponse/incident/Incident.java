package breachresponse.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * A case: what was reported, and how far the response has come.
 *
 * @param criticality 0 (publicly available information) to 6 (catastrophe), once assessed
 * @param exercise true if nobody outside may be told, since it is a rehearsal
 */
public record Incident(
    CaseNumber caseNumber,
    String title,
    String description,
    String reportedBy,
    Instant reportedAt,
    Status status,
    Optional<Integer> criticality,
    Optional<String> criticalityReason,
    boolean exercise,
    Optional<Instant> closedAt) {

  /** National security, life, or otherwise catastrophic. */
  public static final int MOST_SEVERE = 6;

  /**
   * @return the criticality by which to act: a case that nobody has assessed yet counts as the most
   *     severe
   */
  public int level() {
    return criticality.orElse(CriticalityScale.MOST_SEVERE);
  }

  /** How far the response has come. */
  public enum Status {
    REPORTED,
    RESPONDING,
    FALSE_ALARM,
    CLOSED;

    public boolean isOver() {
      return this == FALSE_ALARM || this == CLOSED;
    }
  }
}
