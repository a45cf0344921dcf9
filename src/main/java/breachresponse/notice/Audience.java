package breachresponse.notice;

import java.util.List;
import java.util.stream.Stream;

/** To whom a message speaks, most in the terms of {@code channels.dmn}. */
public enum Audience {
  CUSTOMERS("customers"),
  /** People whose data we have, and who are no customers. */
  THIRD_PARTIES("third-parties"),
  AUTHORITIES("authorities"),
  PUBLIC("public"),
  EMPLOYEES("employees"),
  PARTNERS("partners"),
  PRESS("press");

  /** Whoever has a place in the order in which a post goes out; customers have their mail. */
  public static final List<Audience> OF_A_POST =
      List.of(AUTHORITIES, PUBLIC, EMPLOYEES, PARTNERS, PRESS);

  private final String key;

  Audience(String key) {
    this.key = key;
  }

  public static boolean isKey(String key) {
    return Stream.of(values()).anyMatch(audience -> audience.key.equals(key));
  }

  /**
   * @throws IllegalArgumentException if there is none of that key
   */
  public static Audience of(String key) {
    return Stream.of(values())
        .filter(audience -> audience.key.equals(key))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("audience: '%s' is no audience".formatted(key)));
  }

  public String key() {
    return key;
  }
}
