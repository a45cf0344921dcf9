package breachresponse.obligation;

/** How an obligation stands, in one word for whoever looks at many of them. */
public enum Standing {
  /** The law's term runs. */
  RUNNING("running"),
  OVERDUE("overdue"),
  /** The law has no number, our own target runs. */
  OWN_TARGET("no number in the law"),
  /** What starts the clock has not happened. */
  WAITING("waiting for its start"),
  /** It depends on facts that nobody knows yet, and counts as owed. */
  UNDECIDED("undecided"),
  /** Legal has still to agree that it has gone. */
  NO_LONGER_TRIGGERED("no longer triggered"),
  TOLD("told"),
  TOLD_LATE("told late"),
  RULED_OUT("ruled out"),
  NOT_OWED("not owed");

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  public String inWords() {
    return words;
  }
}
