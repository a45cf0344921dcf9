package breachresponse.incident;

import com.fasterxml.jackson.annotation.JsonProperty;

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
  PAYMENT
}
