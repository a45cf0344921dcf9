package breachresponse.obligation;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What a law asks for in one step, as a row of the legal tables says it.
 *
 * @param id stable name of the row, {@code eu-gdpr-33-sa}
 * @param jurisdiction ISO 3166-1 or -2, or {@code EU}
 * @param regime the law
 * @param recipient who must be told
 * @param recipientName who that is by name, as far as the tables know
 * @param step which of several filings
 * @param wording the law's own words on the term
 * @param lastChecked when somebody last held the row against the law
 * @param confidence {@code high}, {@code medium} or {@code low}
 * @param howToTell portal, form and language, as far as the tables know
 * @param table the table that says so, and its version
 */
public record Duty(
    String id,
    String jurisdiction,
    String regime,
    Recipient recipient,
    String recipientName,
    Step step,
    String wording,
    String citation,
    Optional<LocalDate> lastChecked,
    String confidence,
    Optional<String> howToTell,
    String table) {

  /** Who must be told. */
  public enum Recipient {
    AUTHORITY,
    PEOPLE,
    CONTROLLER,
    CREDIT_BUREAUS,
    MEDIA,
    INVESTORS,
    OTHER;

    /**
     * @return {@code credit bureaus}
     */
    public String inWords() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Which of several filings, in their order. */
  public enum Step {
    INITIAL,
    INTERMEDIATE,
    FINAL,
    INDIVIDUALS
  }
}
