package breachresponse.bounce;

/** What we made of a mail that came back. */
public enum Outcome {
  /** Counted: the recipient was not reached. */
  BOUNCED,
  /** Counted apart: a policy of the recipient's server (5.7.x), which is for us to sort out. */
  REFUSED_BY_POLICY,
  /** Counted before. */
  KNOWN,
  /** The mail is late, on its way, or there. */
  NO_FAILURE,
  /** The mail is not marked as sent yet. */
  TOO_EARLY,
  /** A failure of no mail that we know. */
  NOT_OURS,
  /** Another kind of mail: an absence, an answer. */
  NO_NOTIFICATION,
  TOO_LARGE,
  UNREADABLE;

  /** Whether nobody needs to look at it any more. */
  boolean isSettled() {
    return compareTo(TOO_EARLY) < 0;
  }
}
