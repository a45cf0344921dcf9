package breachresponse.support;

import breachresponse.incident.CaseNumber;
import breachresponse.notice.Draft;
import breachresponse.notice.Draft.Text;
import breachresponse.notice.Notices;
import breachresponse.signoff.SignOffs;
import java.util.Map;
import java.util.UUID;

/** A short notice that everybody has signed. */
public final class SignedNotice {

  private SignedNotice() {}

  public static UUID of(CaseNumber caseNumber, Notices notices, SignOffs signOffs) {
    var laidDown =
        notices.submit(
            caseNumber,
            new Draft(
                Map.of("en", new Text("Notice of data breach", "Dear {{name}}, it happened.")),
                new Text("Notice of data breach", "It happened."),
                "It happened."),
            "paul");
    for (var role : signOffs.determineSignatories(laidDown.documentId())) {
      signOffs.answer(laidDown.documentId(), role, "signs-for-" + role, true, null);
    }
    return laidDown.id();
  }
}
