package breachresponse.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A form, filled from a case as it stands.
 *
 * @param asOf when it was filled
 * @param filings what the recipient was told so far, the first first
 * @param changes what differs from what was known when the recipient was last told
 */
@Schema(description = "A form, filled from a case as it stands. Authorities are told in full.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dossier(
    FilingForm.Origin form,
    @Schema(example = "2026-0001") String caseNumber,
    @Schema(description = "the row of the legal tables", example = "eu-gdpr-33-sa") String duty,
    String jurisdiction,
    String regime,
    String citation,
    String recipient,
    @Schema(description = "portal, form and language, as far as the tables know") String howToTell,
    Instant asOf,
    List<Section> sections,
    @Schema(description = "the first first") List<Told> filings,
    @Schema(description = "since the recipient was last told; empty before the first filing")
        List<Change> changes) {

  static final String UNKNOWN = "not known yet";

  /** A part of the form, in its order. */
  @Schema(name = "DossierSection")
  public record Section(String title, List<Entry> entries) {}

  /** A field of the form. */
  @Schema(name = "DossierEntry")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Entry(
      String label,
      @Schema(description = "the law's own words") String words,
      String citation,
      FilingForm.Needed needed,
      State state,
      @Schema(description = "absent unless it is known") String value) {

    /** As a text says it, on lines that stay within their item of a list. */
    String said() {
      return isOpen() ? UNKNOWN + ", to follow" : value.strip().replaceAll("\\R+", "\n  ");
    }

    boolean isOpen() {
      return state != State.KNOWN;
    }

    String when() {
      return needed.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What there need not be, and nobody knows of, is no part of a text. */
    boolean isWorthSaying() {
      return !isOpen() || needed != FilingForm.Needed.IF_ANY;
    }

    /** What the recipient wants with the first filing, and nobody has recorded. */
    boolean isMissedAtOnce() {
      return isOpen() && needed == FilingForm.Needed.AT_ONCE;
    }
  }

  /** How far a field is filled. */
  public enum State {
    @JsonProperty("known")
    KNOWN,
    /** The case can know it, and does not yet. */
    @JsonProperty("to-follow")
    TO_FOLLOW,
    /** No fact of a case says it: a person writes it. */
    @JsonProperty("to-be-written")
    TO_BE_WRITTEN
  }

  /** One time that the recipient was told. */
  @Schema(name = "DossierFiling")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Told(
      @Schema(allowableValues = {"complete", "incomplete", "follow-up", "withdrawn"}) String kind,
      Instant at,
      String reference,
      String note) {}

  /** A field that says another thing now. */
  @Schema(name = "DossierChange")
  public record Change(String label, String before, String now) {}
}
