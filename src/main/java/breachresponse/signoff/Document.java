package breachresponse.signoff;

import breachresponse.evidence.Sha256;
import breachresponse.incident.CaseNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A text that people sign, never changed once it is there.
 *
 * @param caseNumber null where it is of no case, as the response plan
 * @param content what is signed, as it is shown: Markdown
 * @param sha256 of the content in UTF-8, in hex
 * @param author who wrote it, and so may not sign it
 */
public record Document(
    UUID id,
    CaseNumber caseNumber,
    Kind kind,
    String title,
    String content,
    String sha256,
    String author,
    Instant submittedAt) {

  /** The heading under which a decision says why, at its end. */
  public static final String REASON = "\n\n## Reason\n\n";

  /**
   * @return true if the content is the one that was submitted
   */
  public boolean isIntact() {
    return Sha256.of(content).equals(sha256);
  }

  /**
   * @return why it was decided so, if the text is a decision
   */
  public Optional<String> reason() {
    return Optional.of(content)
        .filter(text -> text.contains(REASON))
        .map(text -> text.substring(text.indexOf(REASON) + REASON.length()));
  }

  /** What is signed, in the terms of {@code signatories.dmn}. */
  public enum Kind {
    /** What an authority or another body is told. */
    FILING("filing"),
    /** That a duty is not owed, and why. */
    RULING_OUT("ruling-out"),
    /** What customers and the public are told. */
    CUSTOMER_NOTICE("customer-notice"),
    /** That customers are not told, and why. */
    NO_NOTICE("no-notice"),
    /** What the public is told in the first hour; a second person releases it, nobody signs. */
    HOLDING_STATEMENT("holding-statement"),
    /** What the public is told anew of what was published. */
    POST_UPDATE("post-update"),
    /** What a breach is answered by. */
    RESPONSE_PLAN("response-plan");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }

    /**
     * @return {@code customer notice}
     */
    public String inWords() {
      return key.replace('-', ' ');
    }

    /** Whether a law can have a deadline by which somebody outside must have the text. */
    boolean isWantedByLaw() {
      return this == FILING || this == CUSTOMER_NOTICE;
    }
  }
}
