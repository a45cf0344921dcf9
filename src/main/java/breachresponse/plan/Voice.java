package breachresponse.plan;

/**
 * How the organisation speaks to the people affected. It changes words and what is said beyond the
 * facts; never facts, deadlines or recipients.
 */
public enum Voice {
  /** Close to its customers: it apologises, and offers time. */
  CLOSE_AND_CARING,
  /** Sober and brief: what must be said, and no more. */
  SOBER_AND_BRIEF
}
