package breachresponse.signoff;

/** How far a text has come on its way to being signed. */
public enum SignOffState {
  /** Nobody has been asked yet. */
  LAID_DOWN("laid down"),
  WAITING("waits for signatures"),
  REFUSED("refused"),
  SIGNED("signed by all"),
  /** One person let it go without all signatures. */
  RELEASED("released in an emergency"),
  /** What is stored is not what was laid down. */
  ALTERED("altered since it was laid down");

  private final String words;

  SignOffState(String words) {
    this.words = words;
  }

  public String inWords() {
    return words;
  }
}
