package breachresponse.workflow.cockpit;

import breachresponse.delivery.Dispatches;
import breachresponse.incident.CaseNumber;
import breachresponse.language.Catalogue;
import breachresponse.notice.Notices;
import breachresponse.notice.Notices.Notice;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.signoff.Signature;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.staff.People;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The texts of a case that people sign, with who has. */
@Component
class CaseTexts {

  /**
   * One text, as it was laid down for signature.
   *
   * @param kind {@code customer notice}
   * @param state how far it has come, in words
   * @param content Markdown
   * @param preview the path of the notice as it is sent; null if it is another text
   * @param publishedAt where the public reads it; null if it does not
   * @param sent how far it was sent, in words; null if that has not begun
   */
  public record Text(
      String kind,
      String title,
      String author,
      String submitted,
      String sha256,
      String state,
      List<Answer> answers,
      String content,
      String preview,
      String publishedAt,
      String sent) {}

  /**
   * @param person null while it is waited for
   * @param said whether it was signed, refused or is waited for, in words
   */
  public record Answer(
      String role, String person, boolean refused, String said, String at, String comment) {}

  private final SignOffs signOffs;
  private final Notices notices;
  private final Dispatches dispatches;
  private final People people;
  private final ResponsePlan plan;
  private final Words words;
  private final Catalogue catalogue;

  CaseTexts(
      SignOffs signOffs,
      Notices notices,
      Dispatches dispatches,
      People people,
      ResponsePlan plan,
      Words words,
      Catalogue catalogue) {
    this.signOffs = signOffs;
    this.notices = notices;
    this.dispatches = dispatches;
    this.people = people;
    this.plan = plan;
    this.words = words;
    this.catalogue = catalogue;
  }

  /** The first first. */
  @Transactional(readOnly = true)
  public List<Text> of(CaseNumber caseNumber) {
    return signOffs.of(caseNumber).stream().map(this::text).toList();
  }

  private Text text(Document document) {
    var notice = notices.ofDocument(document.id());
    return new Text(
        catalogue.of(document.kind().inWords()),
        notice
            .map(it -> it.draft().post().subject())
            .orElseGet(() -> catalogue.of(document.title())),
        people.name(document.author()),
        words.at(document.submittedAt(), plan.zone()),
        document.sha256(),
        catalogue.of(signOffs.stateOf(document.id()).inWords()),
        answers(document),
        document.content(),
        notice.map(it -> "/api/notices/%s/preview".formatted(it.id())).orElse(null),
        notice.flatMap(Notice::postedAt).map(Object::toString).orElse(null),
        notice.flatMap(this::sent).orElse(null));
  }

  private Optional<String> sent(Notice notice) {
    return dispatches
        .progress(notice.id())
        .map(
            progress ->
                catalogue
                    .of(
                        progress.paused()
                            ? "%,d of %,d mails done, paused"
                            : "%,d of %,d mails done")
                    .formatted(progress.done(), progress.total()));
  }

  private List<Answer> answers(Document document) {
    var given = signOffs.signatures(document.id());
    return signOffs.signatories(document.id()).stream()
        .map(
            role ->
                given.stream()
                    .filter(answer -> answer.role().equals(role))
                    .findFirst()
                    .map(this::answer)
                    .orElseGet(
                        () ->
                            new Answer(
                                title(role), null, false, catalogue.of("waited for"), null, null)))
        .toList();
  }

  private Answer answer(Signature given) {
    return new Answer(
        title(given.role()),
        people.name(given.person()),
        !given.signed(),
        catalogue.of(given.signed() ? "signed" : "refused"),
        words.at(given.at(), plan.zone()),
        given.comment());
  }

  private String title(String role) {
    return catalogue.of(Role.title(role));
  }
}
