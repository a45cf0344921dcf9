package breachresponse.obligation;

/** What the legal tables say of a duty as the facts stand. */
public enum Verdict {
  TRIGGERED,
  /** It depends on facts that nobody knows yet: it counts as one that we have. */
  UNDECIDED,
  /** The law concerns us, but not this breach: below a threshold, or exempt. */
  NOT_TRIGGERED
}
