package breachresponse.notice;

import java.util.List;
import java.util.stream.Stream;

/** To whom a message speaks, in the terms of {@code channels.dmn}. */
public enum Audience {
  CUSTOMERS("customers"),
  PUBLIC("public"),
  EMPLOYEES("employees"),
  PARTNERS("partners"),
  PRESS("press");

  /** Whoever is told by the post of a notice, and not by its mail. */
  public static final List<Audience> TOLD_IN_PUBLIC = List.of(PUBLIC, EMPLOYEES, PARTNERS, PRESS);

  private final String key;

  Audience(String key) {
    this.key = key;
  }

  public static boolean isKey(String key) {
    return Stream.of(values()).anyMatch(audience -> audience.key.equals(key));
  }

  public String key() {
    return key;
  }
}
