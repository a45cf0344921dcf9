package breachresponse.channel;

/** A credential. It does not show itself in logs or messages. */
public record Secret(String value) {

  @Override
  public String toString() {
    return "(secret)";
  }
}
