package breachresponse.delivery;

/** Takes mail out of the house, one at a time. */
interface Carrier extends AutoCloseable {

  Outcome carry(Mail mail);

  @Override
  void close();

  /** What became of a mail. */
  sealed interface Outcome {}

  /** The other side has taken it. */
  record Taken() implements Outcome {}

  /** It will never reach this recipient. */
  record Undeliverable(String reason) implements Outcome {}

  /** Not now, for a reason that concerns this recipient. */
  record Deferred(String reason) implements Outcome {}

  /** Not to this recipient's domain, whose policy refuses us (RFC 3463, X.7.x). */
  record Refused(String reason) implements Outcome {}

  /**
   * Not now, for a reason that seems ours: account, content or conduct. If it is, it stops the next
   * letter too.
   */
  record Rejected(String reason) implements Outcome {}

  /** The connection broke after the whole mail: the other side may have taken it or not. */
  record Unknown(String reason) implements Outcome {}

  /**
   * There is no connection, which says nothing about the recipient.
   *
   * @param begun true if the other side had been told of the mail
   */
  record Unreachable(String reason, boolean begun) implements Outcome {}
}
