package breachresponse.obligation;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import breachresponse.incident.PlaceCodes;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The requirements of an organisation as counsel reads them: in words, by jurisdiction.
 *
 * @param tables that say so, each with its version
 */
public record Baseline(List<Jurisdiction> jurisdictions, List<String> tables) {

  /**
   * @param name {@code Germany (DE)}
   */
  public record Jurisdiction(String name, List<Line> lines) {}

  /**
   * @param conditions all of them must hold; none means always
   * @param force from when to when the law is in force, where that has a bound
   * @param uncertain whether counsel must not rely on the row
   */
  public record Line(
      String recipient,
      String law,
      String term,
      List<String> conditions,
      String force,
      String lastChecked,
      String confidence,
      boolean uncertain) {

    private static Line of(Requirement required) {
      var duty = required.duty();
      return new Line(
          duty.recipientName(),
          duty.citation(),
          required.term().inWords(),
          required.finding().because(),
          force(required.term().inForce()),
          duty.lastChecked().map(LocalDate::toString).orElse("never"),
          duty.confidence(),
          duty.confidence().equals("low"));
    }

    private static String force(InForce inForce) {
      return inForce.inWords().isEmpty() ? "" : "in force" + inForce.inWords();
    }
  }

  public static Baseline of(List<Requirement> requirements) {
    return new Baseline(
        requirements.stream()
            .collect(
                groupingBy(
                    required -> required.duty().jurisdiction(),
                    TreeMap::new,
                    collectingAndThen(toList(), Baseline::jurisdiction)))
            .values()
            .stream()
            .toList(),
        requirements.stream()
            .map(required -> required.duty().table())
            .distinct()
            .sorted()
            .toList());
  }

  private static Jurisdiction jurisdiction(List<Requirement> requirements) {
    return new Jurisdiction(
        nameOf(requirements.get(0).duty().jurisdiction()),
        requirements.stream().map(Line::of).toList());
  }

  /** Java knows the names of countries; what it does not know is its code. */
  private static String nameOf(String code) {
    var country = PlaceCodes.country(code);
    var name = new Locale("", country).getDisplayCountry(Locale.ENGLISH);
    return name.equals(code) ? code : "%s (%s)".formatted(name, code);
  }
}
