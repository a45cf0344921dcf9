package breachresponse.incident;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The codes of places, ISO 3166-1 and -2, and zones of a country that have a law of their own. */
public final class PlaceCodes {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /**
   * Dubai's International Financial Centre, Abu Dhabi's Global Market, Qatar's Financial Centre.
   */
  private static final Set<String> FREE_ZONES = Set.of("AE-DIFC", "AE-ADGM", "QA-QFC");

  private static final Pattern SUBDIVISION = Pattern.compile("([A-Z]{2})-([A-Z0-9]{1,3})");

  /**
   * Where the law differs between subdivisions a slip would go unnoticed: they are known by name.
   */
  private static final Map<String, Set<String>> SUBDIVISIONS =
      Map.of(
          "US",
          codes(
              """
              AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV
              NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AS GU MP PR UM
              VI
              """),
          "CA",
          codes("AB BC MB NB NL NS NT NU ON PE QC SK YT"),
          "AU",
          codes("ACT NSW NT QLD SA TAS VIC WA"),
          "GB",
          codes("ENG NIR SCT WLS"));

  private PlaceCodes() {}

  /** The country that a code is of, or of a part of: US for US-CA. */
  public static String country(String code) {
    return code.split("-")[0];
  }

  /** In English. */
  public static String inWords(String code) {
    return inWords(code, Locale.ENGLISH);
  }

  /**
   * @return {@code Germany (DE)}, {@code United States (US-CA)}; what is no code of a country, as
   *     {@code EU}, reads as it is
   */
  public static String inWords(String code, Locale language) {
    var country = country(code);
    return COUNTRIES.contains(country)
        ? "%s (%s)"
            .formatted(
                new Locale.Builder().setRegion(country).build().getDisplayCountry(language), code)
        : code;
  }

  /** Whether it is a code of a country, or of a part of one. */
  static boolean isKnown(String code) {
    if (COUNTRIES.contains(code) || FREE_ZONES.contains(code)) {
      return true;
    }
    var parts = SUBDIVISION.matcher(code);
    return parts.matches()
        && COUNTRIES.contains(parts.group(1))
        && (!SUBDIVISIONS.containsKey(parts.group(1))
            || SUBDIVISIONS.get(parts.group(1)).contains(parts.group(2)));
  }

  private static Set<String> codes(String list) {
    return Set.of(list.strip().split("\\s+"));
  }
}
