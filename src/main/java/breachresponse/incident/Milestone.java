package breachresponse.incident;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.util.StringUtils;

/** What may have happened in a case, and starts a clock of some law when it has. */
public enum Milestone {
  /** The breach itself began. */
  @JsonProperty("occurrence")
  OCCURRENCE,
  /** Something was noticed, before anyone knew that it was a breach. */
  @JsonProperty("detection")
  DETECTION,
  /** The breach was stopped. */
  @JsonProperty("containment")
  CONTAINMENT,
  /** The organisation determined that it was a notifiable breach. */
  @JsonProperty("determination")
  DETERMINATION,
  /** The incident was classified as major. */
  @JsonProperty("classification")
  CLASSIFICATION,
  /** The incident was found material to investors. */
  @JsonProperty("materiality")
  MATERIALITY,
  /** The people affected were told. */
  @JsonProperty("individualsNotified")
  INDIVIDUALS_NOTIFIED,
  /** A ransom was paid. */
  @JsonProperty("payment")
  PAYMENT,
  /** Information that was missing when the market or an authority was told is there. */
  @JsonProperty("informationAvailable")
  INFORMATION_AVAILABLE;

  /**
   * @return its name in facts and tables, {@code informationAvailable}
   */
  public String key() {
    var words = name().toLowerCase(Locale.ROOT).split("_");
    return words[0] + Arrays.stream(words).skip(1).map(StringUtils::capitalize).collect(joining());
  }
}
