package breachresponse.filing;

import breachresponse.obligation.Duty;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/**
 * What a recipient wants to be told, in the order in which its form asks.
 *
 * @param source where the order and the fields come from
 * @param address where that can be read; null if nowhere as a whole
 * @param checked when somebody last held the form against its source
 * @param doubt what could not be verified; null if nothing
 */
public record FilingForm(
    String id,
    String title,
    String source,
    String address,
    LocalDate checked,
    String doubt,
    List<Section> sections) {

  /**
   * @param from the first of several filings that has it; null if all have
   */
  public record Section(
      String title,
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) Duty.Step from,
      List<Field> fields) {

    boolean isPartOf(Duty.Step step) {
      return from == null || step.compareTo(from) >= 0;
    }
  }

  /**
   * @param words the law's own; null if the label says it all
   * @param fact the name of what the case knows of it; null where only a person can write it
   */
  public record Field(String label, String words, String citation, Needed needed, String fact) {}

  /** When a field must be filled. */
  public enum Needed {
    @JsonProperty("at-once")
    AT_ONCE,
    /** It may follow in a later filing. */
    @JsonProperty("may-follow")
    MAY_FOLLOW,
    /** Only where there is such a thing. */
    @JsonProperty("if-any")
    IF_ANY
  }

  /** What a filled form says of the one that it was made from. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Origin(
      String id, String title, String source, String address, LocalDate checked, String doubt) {}

  Origin origin() {
    return new Origin(id, title, source, address, checked, doubt);
  }
}
