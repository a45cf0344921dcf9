package breachresponse.identity;

/**
 * Who somebody is at an identity provider, for ever (OpenID Connect Core 1.0, section 2).
 *
 * @param issuer the provider's address
 * @param id what it calls the person, and nobody else
 */
public record Subject(String issuer, String id) {

  /** In characters, as the standard has it for the id. */
  private static final int LONGEST = 255;

  public Subject {
    if (issuer.isBlank() || issuer.length() > LONGEST) {
      throw new IllegalArgumentException("issuer: give an address of at most 255 characters");
    }
    if (id.isBlank() || id.length() > LONGEST) {
      throw new IllegalArgumentException("subject: give an id of at most 255 characters");
    }
  }

  @Override
  public String toString() {
    return "%s of %s".formatted(id, issuer);
  }
}
