package breachresponse.workflow.sso;

/** Why somebody was not let in. */
enum Refusal {
  /** They are in no group of the provider's that is one to us. */
  NO_GROUP,
  /** An account has that name, and is not theirs. */
  NAME,
  /** An administrator has deleted their account. */
  DELETED,
  /** What the provider said did not hold, or they did not log in there. */
  NOT_SURE,
  /** The provider does not answer. */
  AWAY
}
