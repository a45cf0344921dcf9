package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.CaseNumber;
import breachresponse.language.Catalogue;
import breachresponse.plan.Role;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.staff.People;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What forms show of a text that is signed, and of what was said against it. */
@Component
class DocumentSheet {

  private final SignOffs signOffs;
  private final People people;
  private final Catalogue catalogue;

  DocumentSheet(SignOffs signOffs, People people, Catalogue catalogue) {
    this.signOffs = signOffs;
    this.people = people;
    this.catalogue = catalogue;
  }

  Map<String, Object> of(Document document) {
    return Map.of(
        "kind", catalogue.of(kind(document.kind())),
        "title", CaseSheet.plain(catalogue.of(document.title())),
        "author", people.name(document.author()),
        "text", document.content(),
        "shortHash", document.sha256().substring(0, 12),
        "sha256", document.sha256());
  }

  /** What the newest text of this kind and title was refused for, for its author. */
  Optional<String> objections(CaseNumber caseNumber, Document.Kind kind, String title) {
    return signOffs
        .newest(caseNumber, kind, title)
        .map(this::objections)
        .filter(comments -> !comments.isEmpty());
  }

  /**
   * @return the comments of those who refused it, one a line; empty if nobody did
   */
  String objections(Document document) {
    return signOffs.signatures(document.id()).stream()
        .filter(answer -> !answer.signed())
        .map(answer -> objection(catalogue.of(Role.title(answer.role())), answer.comment()))
        .collect(joining("\n"));
  }

  static String objection(String whose, String comment) {
    return "* %s: %s".formatted(CaseSheet.plain(whose), CaseSheet.plain(comment));
  }

  private static String kind(Document.Kind kind) {
    return switch (kind) {
      case FILING -> "what an authority or another body is told";
      case CUSTOMER_NOTICE -> "what customers and the public are told";
      case RULING_OUT -> "the decision that a duty is not owed";
      case NO_NOTICE -> "the decision that customers are not told";
      case HOLDING_STATEMENT -> "what the public is told in the first hour";
      case POST_UPDATE -> "what the public is told anew of what was published";
      case RESPONSE_PLAN -> "what a breach is answered by";
    };
  }
}
