package breachresponse.workflow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import breachresponse.delivery.Recipients;
import breachresponse.delivery.Recipients.ImportReport;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.incident.KindsOfData;
import breachresponse.incident.Vocabulary;
import breachresponse.notice.DisclosureRules;
import breachresponse.notice.DisclosureRules.Disclosure;
import breachresponse.notice.Draft;
import breachresponse.notice.Draft.Text;
import breachresponse.notice.Notices;
import breachresponse.plan.ResponsePlan;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.staff.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.stereotype.Component;

/** What the forms show of a notice and of its recipients, and how a draft is read from one. */
@Component
class NoticeSheet {

  private static final Map<String, String> LANGUAGES = Map.of("en", "En", "es", "Es");

  private final Words words;
  private final ResponsePlan plan;
  private final Incidents incidents;
  private final Vocabulary vocabulary;
  private final KindsOfData kinds;
  private final DisclosureRules rules;
  private final Notices notices;
  private final SignOffs signOffs;
  private final Recipients recipients;

  NoticeSheet(
      Words words,
      ResponsePlan plan,
      Incidents incidents,
      Vocabulary vocabulary,
      KindsOfData kinds,
      DisclosureRules rules,
      Notices notices,
      SignOffs signOffs,
      Recipients recipients) {
    this.words = words;
    this.plan = plan;
    this.incidents = incidents;
    this.vocabulary = vocabulary;
    this.kinds = kinds;
    this.rules = rules;
    this.notices = notices;
    this.signOffs = signOffs;
    this.recipients = recipients;
  }

  /** For a form in HTML, which renders no Markdown. */
  Map<String, Object> upload(CaseNumber caseNumber, String caseSheet) {
    var sheet = Parser.builder().build().parse(caseSheet);
    return Map.of(
        "caseNumber", caseNumber.value(),
        "caseText", TextContentRenderer.builder().build().render(sheet),
        "recipients", recipients.summary(caseNumber).total());
  }

  Map<String, Object> draft(CaseNumber caseNumber) {
    var proposal = notices.proposal(caseNumber);
    var shown = new LinkedHashMap<String, Object>();
    shown.put("disclosure", disclosure(caseNumber));
    LANGUAGES.forEach(
        (language, key) -> {
          var letter = proposal.letters().getOrDefault(language, new Text("", ""));
          shown.put("letter" + key + "Subject", letter.subject());
          shown.put("letter" + key + "Body", letter.body());
        });
    shown.put("postTitle", proposal.post().subject());
    shown.put("postBody", proposal.post().body());
    shown.put("social", proposal.social());
    return shown;
  }

  /** The body of the mail in that language, of what a form shows. */
  static String letter(Map<String, Object> shown, String language) {
    return shown.getOrDefault(field(language), "").toString();
  }

  /** The form's field for the body of the mail in that language. */
  static String field(String language) {
    return "letter" + LANGUAGES.get(language) + "Body";
  }

  /** A language without subject and body is left out. */
  static Draft draft(Answers answers) {
    var letters = new TreeMap<String, Text>();
    LANGUAGES.forEach(
        (language, key) -> {
          var subject = answers.text("letter" + key + "Subject");
          var body = answers.text("letter" + key + "Body");
          if (subject.isPresent() || body.isPresent()) {
            letters.put(language, new Text(subject.orElse(""), body.orElse("")));
          }
        });
    return new Draft(
        letters,
        new Text(answers.needText("postTitle"), answers.needText("postBody")),
        answers.needText("social"));
  }

  Map<String, Object> release(CaseNumber caseNumber, UUID documentId) {
    return Map.of(
        "document", signOffs.get(documentId).content(),
        "signatures", signatures(documentId),
        "recipients", recipients(caseNumber),
        "refused", refused(recipients.lastImport(caseNumber)));
  }

  private String disclosure(CaseNumber caseNumber) {
    var level = incidents.get(caseNumber).level();
    var categories =
        incidents
            .facts(caseNumber)
            .map(FactsVersion::facts)
            .flatMap(facts -> Optional.ofNullable(facts.dataCategories()))
            .stream()
            .flatMap(chosen -> chosen.stream().sorted())
            .collect(groupingBy(this::kind, TreeMap::new, Collectors.toList()));
    return categories.isEmpty()
        ? "Nobody has recorded which data are affected."
        : categories.entrySet().stream()
            .map(
                entry ->
                    "- **%s** (%s): %s"
                        .formatted(
                            entry.getKey(),
                            entry.getValue().stream()
                                .map(vocabulary::dataCategory)
                                .collect(joining(", ")),
                            inWords(rules.disclosureOf(level, entry.getKey()))))
            .collect(joining("\n"));
  }

  private String kind(String dataCategory) {
    return kinds.of(dataCategory).name();
  }

  private static String inWords(Disclosure disclosure) {
    return Stream.of(
            disclosure.categories() ? "name each category" : "name the kind of data alone",
            disclosure.numbers() ? "say how many people" : "do not say how many people",
            disclosure.cause() ? "say how it came about" : "do not say how it came about",
            disclosure.apart() ? "in a paragraph of its own" : "")
        .filter(part -> !part.isEmpty())
        .collect(joining("; "));
  }

  private String signatures(UUID documentId) {
    return signOffs.signatures(documentId).stream()
        .map(
            signature ->
                "- %s: %s, %s"
                    .formatted(
                        Role.title(signature.role()),
                        CaseSheet.plain(signature.person()),
                        words.at(signature.at(), plan.zone())))
        .collect(joining("\n"));
  }

  private String recipients(CaseNumber caseNumber) {
    var summary = recipients.summary(caseNumber);
    return summary.total() == 0
        ? "none"
        : "%,d (%s)"
            .formatted(
                summary.total(),
                new TreeMap<>(summary.byLanguage())
                    .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(joining(", ")));
  }

  private static String refused(ImportReport report) {
    return report.refused().isEmpty()
        ? ""
        : "| Line | Why |\n| --- | --- |\n"
            + report.refused().stream()
                .map(row -> "| %d | %s |".formatted(row.line(), CaseSheet.plain(row.reason())))
                .collect(joining("\n"));
  }
}
