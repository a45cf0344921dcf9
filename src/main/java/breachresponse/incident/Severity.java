package breachresponse.incident;

import java.util.List;

/**
 * How severe a breach is for the people affected, by ENISA's Recommendations for a methodology of
 * the assessment of severity of personal data breaches, December 2013: {@code SE = DPC x EI + CB}.
 *
 * @param context of the data processing, 1 to 4
 * @param identification how easy it is, 0.25 to 1
 * @param circumstances of the breach, which add up
 * @param name {@code low} to {@code very high}
 * @param meaning for the people affected, in words
 */
public record Severity(
    Score context, Score identification, List<Score> circumstances, String name, String meaning) {

  /**
   * @param because what it is that has this score
   */
  public record Score(double value, String because) {}

  public static double sum(Score context, Score identification, List<Score> circumstances) {
    return context.value() * identification.value()
        + circumstances.stream().mapToDouble(Score::value).sum();
  }

  public double sum() {
    return sum(context, identification, circumstances);
  }
}
