package breachresponse.incident;

import java.time.Duration;
import java.util.List;

/** How bad a breach is, and what follows from it. The domain asks; decision tables answer. */
public interface CriticalityScale {

  int MOST_SEVERE = 6;

  /**
   * @param level 0 (publicly available information) to 6 (catastrophe)
   * @param reason the row of the table that decided it, in words
   */
  record Assessment(int level, String reason) {}

  /**
   * One step of the scale.
   *
   * @param number 0 to 6
   * @param woken the groups that are told at once when a case has it: {@code cio}, {@code legal}
   * @param targets the organisation's own, never law
   */
  record Level(
      int number,
      String name,
      String sense,
      String examples,
      List<String> woken,
      Targets targets) {}

  /**
   * By when we want things done, where the law is not earlier.
   *
   * @param triage from the report
   * @param holdingStatement from the report
   * @param customersTold from awareness
   */
  record Targets(Duration triage, Duration holdingStatement, Duration customersTold) {}

  /** What is not known yet counts for the worse of what is likely. */
  Assessment assess(Facts facts);

  /**
   * @throws IllegalStateException if the table has no such level
   */
  Level level(int number);

  /** All levels, the lowest first. */
  List<Level> levels();
}
