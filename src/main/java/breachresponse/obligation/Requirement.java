package breachresponse.obligation;

import java.util.List;

/**
 * A duty of a law that concerns the case, with the term of its clock, and whether it applies.
 *
 * @param conditions as the table has them, for programs to compare
 */
public record Requirement(Duty duty, Term term, Finding finding, String conditions) {

  /** The same, with a limit to its term. */
  public Requirement cappedBy(Term cap) {
    return new Requirement(duty, term.cappedBy(cap), finding, conditions);
  }

  Requirement not(String reason) {
    return new Requirement(
        duty, term, new Finding(Verdict.NOT_TRIGGERED, List.of(reason)), conditions);
  }
}
