package breachresponse.report;

import breachresponse.identity.Names;
import breachresponse.plan.Role;
import breachresponse.print.ShownTime;
import breachresponse.register.RegisterLine;
import breachresponse.signoff.Document;
import breachresponse.signoff.EmergencyRelease;
import breachresponse.signoff.SignOffs;
import breachresponse.signoff.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The texts of the case to the letter, and who signed which. */
@Component
class Texts implements Chapter {

  /** One signatory's answer. */
  record Answer(String role, String person, String said, String at, String sha256) {}

  /** A release without all signatures, and who looked at it afterwards. */
  record Release(String person, String reason, String at, String sha256, List<Look> looks) {}

  record Look(String role, String said) {}

  /**
   * @param text empty where it never could go out: the ZIP has it
   * @param release null if there was none
   */
  record Shown(
      String id,
      String title,
      String kind,
      String sha256,
      String author,
      String submitted,
      String outcome,
      List<Answer> answers,
      Release release,
      String text) {}

  private final SignOffs signOffs;
  private final Names names;

  Texts(SignOffs signOffs, Names names) {
    this.signOffs = signOffs;
    this.names = names;
  }

  @Override
  public Map<String, Object> of(RegisterLine breach, ShownTime time) {
    return Map.of(
        "texts",
        signOffs.of(breach.incident().caseNumber()).stream()
            .map(document -> shown(document, time))
            .toList());
  }

  private Shown shown(Document document, ShownTime time) {
    return new Shown(
        "text-" + document.id(),
        document.title(),
        document.kind().inWords(),
        document.sha256(),
        names.inFull(document.author()),
        time.at(document.submittedAt()),
        outcome(document),
        signOffs.signatures(document.id()).stream().map(answer -> shown(answer, time)).toList(),
        signOffs.emergencyRelease(document.id()).map(release -> shown(release, time)).orElse(null),
        goesWithoutSignature(document) || signOffs.mayGoOut(document.id())
            ? document.content()
            : "");
  }

  private static boolean goesWithoutSignature(Document document) {
    return document.kind() == Document.Kind.HOLDING_STATEMENT;
  }

  private String outcome(Document document) {
    return switch (signOffs.stateOf(document.id())) {
      case ALTERED -> "THE TEXT IS NOT THE ONE THAT WAS LAID DOWN";
      case SIGNED -> "signed by all who had to sign";
      case RELEASED -> "released in an emergency, without all signatures";
      case REFUSED -> "refused";
      case WAITING -> "not signed by all";
      case LAID_DOWN ->
          goesWithoutSignature(document)
              ? "approved with the plan, released by a second person"
              : "not signed by all";
    };
  }

  private Answer shown(Signature answer, ShownTime time) {
    return new Answer(
        Role.title(answer.role()),
        names.inFull(answer.person()),
        (answer.signed() ? "signed" : "refused")
            + Optional.ofNullable(answer.comment()).map(": "::concat).orElse(""),
        time.at(answer.at()),
        answer.sha256());
  }

  private Release shown(EmergencyRelease release, ShownTime time) {
    return new Release(
        names.inFull(release.person()),
        release.reason(),
        time.at(release.at()),
        release.sha256(),
        release.looks().stream()
            .map(look -> new Look(Role.title(look.role()), said(look, time)))
            .toList());
  }

  private String said(EmergencyRelease.Look look, ShownTime time) {
    return look.done()
        .map(
            done ->
                "%s found it %s on %s%s"
                    .formatted(
                        names.inFull(done.person()),
                        done.right() ? "right" : "wrong",
                        time.at(done.at()),
                        Optional.ofNullable(done.comment()).map(": "::concat).orElse("")))
        .orElse("has not looked at it yet");
  }
}
