package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.evidence.ActsInWords;
import breachresponse.evidence.Timeline;
import breachresponse.identity.Names;
import breachresponse.incident.CaseNumber;
import breachresponse.language.Catalogue;
import breachresponse.notice.Notices;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Words;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** All of a case on one page, in Markdown: its facts, deadlines and texts, and who did what. */
@Component
public class CaseOverview {

  /** The rest is in the evidence. */
  private static final int ACTS = 50;

  private final CaseSheet sheet;
  private final ObligationRegister obligations;
  private final SignOffs signOffs;
  private final Notices notices;
  private final Timeline timeline;
  private final ActsInWords acts;
  private final Names names;
  private final ResponsePlan plan;
  private final Words words;
  private final Catalogue catalogue;

  CaseOverview(
      CaseSheet sheet,
      ObligationRegister obligations,
      SignOffs signOffs,
      Notices notices,
      Timeline timeline,
      ActsInWords acts,
      Names names,
      ResponsePlan plan,
      Words words,
      Catalogue catalogue) {
    this.sheet = sheet;
    this.obligations = obligations;
    this.signOffs = signOffs;
    this.notices = notices;
    this.timeline = timeline;
    this.acts = acts;
    this.names = names;
    this.plan = plan;
    this.words = words;
    this.catalogue = catalogue;
  }

  /**
   * @throws java.util.NoSuchElementException if there is no such case
   */
  public String of(CaseNumber caseNumber) {
    return """
    %s

    #### %s
    %s

    #### %s
    %s

    #### %s
    %s
    """
        .formatted(
            sheet.of(caseNumber),
            catalogue.of("Deadlines"),
            deadlines(caseNumber),
            catalogue.of("Texts"),
            texts(caseNumber),
            catalogue.of("Who did what"),
            acts(caseNumber));
  }

  private String deadlines(CaseNumber caseNumber) {
    var all = obligations.of(caseNumber);
    return all.isEmpty()
        ? catalogue.of("No duty to tell anyone is known yet.")
        : "%s\n\n[%s](/calendar)"
            .formatted(sheet.table(all), catalogue.of("Deadlines in your calendar"));
  }

  private String texts(CaseNumber caseNumber) {
    var all = signOffs.of(caseNumber);
    return all.isEmpty()
        ? catalogue.of("Nothing has been written yet.")
        : all.stream().map(this::line).collect(joining("\n"));
  }

  private String line(Document document) {
    var title = CaseSheet.plain(catalogue.of(document.title()));
    return "- %s, %s: %s"
        .formatted(
            notices
                .ofDocument(document.id())
                .map(notice -> "[%s](/api/notices/%s/preview)".formatted(title, notice.id()))
                .orElse(title),
            words.at(document.submittedAt(), plan.zone()),
            state(document));
  }

  private String state(Document document) {
    return switch (signOffs.stateOf(document.id())) {
      case ALTERED -> catalogue.of("**altered since it was laid down**");
      case SIGNED -> catalogue.of("signed");
      case RELEASED -> catalogue.of("released in an emergency");
      case REFUSED -> catalogue.of("refused");
      case LAID_DOWN -> catalogue.of("needs no signature");
      case WAITING ->
          catalogue
              .of("waits for the signature of %s")
              .formatted(
                  signOffs.missing(document.id()).stream()
                      .map(Role::title)
                      .map(catalogue::of)
                      .collect(joining(", ")));
    };
  }

  private String acts(CaseNumber caseNumber) {
    var all = timeline.of(caseNumber);
    var last =
        all.stream()
            .sorted(Comparator.comparing(Timeline.Entry::number).reversed())
            .limit(ACTS)
            .map(this::row)
            .collect(joining("\n"));
    return catalogue.of("| When | Who | What |")
        + "\n| --- | --- | --- |\n"
        + last
        + (all.size() > ACTS
            ? "\n\n"
                + catalogue
                    .of("These are the last %d of %d; the evidence has all.")
                    .formatted(ACTS, all.size())
            : "");
  }

  private String row(Timeline.Entry entry) {
    return "| %s | %s | %s |"
        .formatted(
            words.at(entry.at(), plan.zone()),
            CaseSheet.plain(names.name(entry.by())),
            CaseSheet.plain(
                entry.act() + entry.detail().map(said -> ": " + acts.detail(entry)).orElse("")));
  }
}
