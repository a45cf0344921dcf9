package breachresponse.notice;

/** To whom a message speaks, in the terms of {@code channels.dmn}. */
public enum Audience {
  CUSTOMERS("customers"),
  PUBLIC("public");

  private final String key;

  Audience(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }
}
