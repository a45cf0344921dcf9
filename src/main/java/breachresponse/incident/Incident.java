package breachresponse.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * A case: what was reported, and how far the response has come.
 *
 * @param criticality 0 (publicly available information) to 6 (catastrophe), once assessed
 * @param exercise true if nobody outside may be told, since it is a rehearsal
 * @param timeLapse how many times as fast as real time it runs: 1, but in exercises
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
    int timeLapse,
    Optional<Instant> closedAt) {

  /** National security, life, or otherwise catastrophic. */
  public static final int MOST_SEVERE = 6;

  /** What is put before the words of an exercise that people may read alone. */
  public static final String EXERCISE = "EXERCISE: ";

  /** How its time passes. */
  public TimeScale timeScale() {
    return new TimeScale(reportedAt, timeLapse);
  }

  /** These words, which say so if it is an exercise. */
  public String marked(String words) {
    return exercise && !words.startsWith(EXERCISE) ? EXERCISE + words : words;
  }

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
