package breachresponse.workflow;

import breachresponse.evidence.Timeline;
import breachresponse.filing.Dossier;
import breachresponse.filing.Dossiers;
import breachresponse.filing.FilingForm;
import breachresponse.filing.FilingTexts;
import breachresponse.language.Catalogue;
import breachresponse.notice.Consistency;
import breachresponse.notice.Passage;
import breachresponse.obligation.Obligation;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.desk.LawTexts;
import breachresponse.workflow.forms.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What the forms show of a filing, and how its text is laid down for signature. */
@Component
class FilingSheet {

  private static final int LONGEST_TITLE = 200;

  private final Dossiers dossiers;
  private final FilingTexts texts;
  private final Consistency consistency;
  private final SignOffs signOffs;
  private final DocumentSheet documents;
  private final Timeline timeline;
  private final Desk desk;
  private final LawTexts laws;
  private final Catalogue catalogue;

  FilingSheet(
      Dossiers dossiers,
      FilingTexts texts,
      Consistency consistency,
      SignOffs signOffs,
      DocumentSheet documents,
      Timeline timeline,
      Desk desk,
      LawTexts laws,
      Catalogue catalogue) {
    this.dossiers = dossiers;
    this.texts = texts;
    this.consistency = consistency;
    this.signOffs = signOffs;
    this.documents = documents;
    this.timeline = timeline;
    this.desk = desk;
    this.laws = laws;
    this.catalogue = catalogue;
  }

  /**
   * The text as it was refused, with what was said of it, or else as the form and the facts have
   * it.
   */
  Map<String, Object> draft(
      Obligation obligation, Optional<Document> refused, Function<Dossier, String> proposal) {
    var dossier = dossiers.of(obligation);
    var shown = new LinkedHashMap<String, Object>();
    shown.put(
        "text",
        refused
            .filter(document -> document.kind() == Document.Kind.FILING)
            .map(Document::content)
            .orElseGet(() -> proposal.apply(dossier)));
    shown.put("objections", refused.map(documents::objections).orElse(""));
    shown.put("origin", origin(dossier.form()));
    var missed = texts.missedAtOnce(dossier);
    shown.put("missed", missed.isEmpty() ? catalogue.of("nothing") : CaseSheet.plain(missed));
    return shown;
  }

  /**
   * Lays a text down that tells the recipient something. A filing must not miss its deadline: what
   * differs from the facts goes out for a reason, on the record.
   *
   * @throws IllegalArgumentException naming what differs, unless it does on purpose
   */
  Document submit(Obligation obligation, String text, Answers answers) {
    var differences =
        consistency.differences(
            obligation.caseNumber(),
            List.of(new Passage("text", "filing", "en", text)),
            obligation.clock().zone());
    if (!differences.isEmpty()) {
      refuseUnlessOnPurpose(obligation, String.join("; ", differences), answers);
    }
    return submit(obligation, Document.Kind.FILING, text);
  }

  private void refuseUnlessOnPurpose(Obligation obligation, String differences, Answers answers) {
    if (!answers.yes("differs")) {
      throw new IllegalArgumentException(
          differences
              + ". Please correct the text, record the facts, or tick that it differs on purpose and say why");
    }
    timeline.record(
        obligation.caseNumber(),
        desk.whoActs(),
        "filing prepared that differs from the facts",
        differences + "; because: " + answers.needText("differsReason"),
        null);
  }

  Document submit(Obligation obligation, Document.Kind kind, String text) {
    return signOffs.submit(obligation.caseNumber(), kind, name(obligation), text, desk.whoActs());
  }

  static String name(Obligation obligation) {
    var duty = obligation.duty();
    var name = "%s: %s".formatted(duty.citation(), duty.recipientName());
    return name.length() > LONGEST_TITLE ? name.substring(0, LONGEST_TITLE - 1) + "…" : name;
  }

  /** Who is told, how, and by which law. */
  String duty(Obligation obligation) {
    var duty = obligation.duty();
    return catalogue
        .of(
            """
            **Who is told:** %s

            **How:** %s

            **Law:** %s, %s (%s), last checked: %s, confidence %s

            **In its words:** %s\
            """)
        .formatted(
            CaseSheet.plain(catalogue.of(duty.recipientName())),
            CaseSheet.linked(duty.howToTell().orElseGet(() -> catalogue.of("not in the tables"))),
            laws.linked(duty),
            CaseSheet.plain(duty.regime()),
            duty.jurisdiction(),
            duty.lastChecked().map(Object::toString).orElseGet(() -> catalogue.of("never")),
            catalogue.of(duty.confidence()),
            CaseSheet.plain(duty.wording()));
  }

  private String origin(FilingForm.Origin form) {
    return catalogue
        .of("%s, checked %s. %s")
        .formatted(
            CaseSheet.plain(form.source()),
            form.checked(),
            CaseSheet.plain(Objects.requireNonNullElse(form.doubt(), "")));
  }
}
