package breachresponse.incident;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Facts that can't be so. The message names each field, what is wrong with it, and the remedy. */
public class FactsRefused extends IllegalArgumentException {

  /**
   * @param field as the JSON of facts names it: {@code affected[0].people}
   * @param message what is wrong with it, and the remedy
   */
  public record Problem(String field, String message) {

    @Override
    public String toString() {
      return field + ": " + message;
    }
  }

  private final List<Problem> problems;

  public FactsRefused(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
