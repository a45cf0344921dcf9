package breachresponse.plan;

import java.time.Instant;

/**
 * Why a plan is not to be relied on.
 *
 * @param role the group whose task it is
 */
public record Lapse(Kind kind, String inWords, Instant since, String role) {

  /** What has lapsed, as people call it. */
  public enum Kind {
    SIGNATURE("Signature", true),
    CONTENT("Content of the plan", true),
    REVIEW("Yearly review", true),
    AUTHORITY("Authorities", true),
    TEXT("Prepared messages", true),
    EXERCISE("Rehearsal", false),
    ADDRESS("Mail addresses", false),
    PHONE("Phone numbers", false);

    private final String title;
    private final boolean mendedByVersion;

    Kind(String title, boolean mendedByVersion) {
      this.title = title;
      this.mendedByVersion = mendedByVersion;
    }

    public String title() {
      return title;
    }

    /** Whether nothing but the next version of the plan can mend it. */
    public boolean isMendedByVersion() {
      return mendedByVersion;
    }
  }
}
