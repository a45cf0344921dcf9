package breachresponse.identity;

/** The one thing that a token is for. */
public enum Scope {
  REPORT_BREACHES("/api/incidents"),
  POST_BOUNCES("/api/bounces");

  private final String path;

  Scope(String path) {
    this.path = path;
  }

  /**
   * @param path as it is routed, without parameters
   */
  public boolean covers(String method, String path) {
    return method.equals("POST") && path.equals(this.path);
  }

  @Override
  public String toString() {
    return "POST " + path;
  }
}
