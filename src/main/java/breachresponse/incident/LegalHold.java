package breachresponse.incident;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * That the evidence of a case must not be destroyed. Not to be taken for {@link Facts.Hold}, by
 * which law enforcement delays a notice.
 *
 * @param reference who exactly demands it, and under which number
 */
public record LegalHold(
    UUID id,
    CaseNumber caseNumber,
    Demander demandedBy,
    String reference,
    String reason,
    String putBy,
    Instant putAt) {

  public enum Demander {
    COURT("court", "A court"),
    AUTHORITY("authority", "An authority"),
    COUNSEL("counsel", "Our own counsel");

    private final String code;
    private final String title;

    Demander(String code, String title) {
      this.code = code;
      this.title = title;
    }

    public String code() {
      return code;
    }

    public String title() {
      return title;
    }

    /**
     * @throws IllegalArgumentException naming {@code demandedBy}, if nobody has this code
     */
    public static Demander of(String code) {
      return Arrays.stream(values())
          .filter(demander -> demander.code.equals(code))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "demandedBy: '%s' is none of the answers, please choose one"
                          .formatted(code)));
    }
  }
}
