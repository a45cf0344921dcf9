package breachresponse.workflow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import breachresponse.delivery.Mailing;
import breachresponse.delivery.Recipients;
import breachresponse.delivery.Recipients.Refused;
import breachresponse.delivery.Sample;
import breachresponse.delivery.Selection;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.incident.KindsOfData;
import breachresponse.incident.Vocabulary;
import breachresponse.language.Catalogue;
import breachresponse.notice.DisclosureRules;
import breachresponse.notice.DisclosureRules.Disclosure;
import breachresponse.notice.Draft;
import breachresponse.notice.Draft.Mail;
import breachresponse.notice.Draft.Text;
import breachresponse.notice.Notices;
import breachresponse.notice.Notices.Notice;
import breachresponse.notice.Segment;
import breachresponse.notice.Segments;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.staff.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** What the forms show of a notice and of its recipients, and how a draft is read from one. */
@Component
class NoticeSheet {

  private static final Map<String, String> LANGUAGES = Map.of("en", "En", "es", "Es");

  private final Words words;
  private final ContentCheck contents;
  private final DutiesToPeople duties;
  private final Segments segments;
  private final ResponsePlan plan;
  private final Incidents incidents;
  private final Vocabulary vocabulary;
  private final KindsOfData kinds;
  private final DisclosureRules rules;
  private final Notices notices;
  private final SignOffs signOffs;
  private final Recipients recipients;
  private final Catalogue catalogue;
  private final People people;

  NoticeSheet(
      Words words,
      ContentCheck contents,
      DutiesToPeople duties,
      Segments segments,
      ResponsePlan plan,
      Incidents incidents,
      Vocabulary vocabulary,
      KindsOfData kinds,
      DisclosureRules rules,
      Notices notices,
      SignOffs signOffs,
      Recipients recipients,
      Catalogue catalogue,
      People people) {
    this.words = words;
    this.contents = contents;
    this.duties = duties;
    this.segments = segments;
    this.plan = plan;
    this.incidents = incidents;
    this.vocabulary = vocabulary;
    this.kinds = kinds;
    this.rules = rules;
    this.notices = notices;
    this.signOffs = signOffs;
    this.recipients = recipients;
    this.catalogue = catalogue;
    this.people = people;
  }

  /** For a form in HTML, which renders no Markdown. */
  Map<String, Object> upload(CaseNumber caseNumber, String caseSheet) {
    var sheet = Parser.builder().build().parse(caseSheet);
    sheet.accept(new WithoutLinks());
    return Map.of(
        "caseNumber", caseNumber.value(),
        "caseText", TextContentRenderer.builder().build().render(sheet),
        "recipients", recipients.summary(caseNumber).total());
  }

  /** Leaves of a link its words: where nobody can follow it, its address is noise. */
  private static final class WithoutLinks extends AbstractVisitor {
    @Override
    public void visit(Link link) {
      while (link.getFirstChild() != null) {
        link.insertBefore(link.getFirstChild());
      }
      link.unlink();
    }
  }

  /** The proposal, each mail held against the laws that want its readers told. */
  Map<String, Object> draft(CaseNumber caseNumber) {
    var proposal = notices.proposal(caseNumber);
    var shown = new LinkedHashMap<String, Object>();
    shown.put("disclosure", disclosure(caseNumber));
    shown.put("readingLevels", readingLevels(proposal));
    shown.put("ourWords", ourWords(proposal));
    for (var number = 1; number <= SegmentsForm.MOST; number++) {
      shown.put("segment" + number, "");
    }
    for (var number = 1; number <= proposal.mails().size(); number++) {
      put(shown, caseNumber, number, proposal.mails().get(number - 1));
    }
    shown.put("postTitle", proposal.post().subject());
    shown.put("postBody", proposal.post().body());
    shown.put("social", proposal.social());
    shown.put("pressTitle", proposal.press().subject());
    shown.put("pressBody", proposal.press().body());
    shown.put("script", proposal.script());
    return shown;
  }

  private void put(Map<String, Object> shown, CaseNumber caseNumber, int number, Mail mail) {
    shown.put("segment" + number, title(mail.to()));
    LANGUAGES.forEach(
        (language, key) -> {
          var letter = mail.texts().getOrDefault(language, new Text("", ""));
          shown.put(letter(number) + key + "Subject", letter.subject());
          shown.put(letter(number) + key + "Body", letter.body());
        });
    shown.put(
        "contents" + number,
        contents.of(
            duties.of(caseNumber, mail.to()),
            shown.getOrDefault(field(number, plan.fallbackLanguage()), "").toString()));
  }

  private String title(Segment segment) {
    return segment.equals(Segment.EVERYBODY)
        ? catalogue.of("The mail")
        : catalogue
            .of("The mail to %s (%s)")
            .formatted(CaseSheet.plain(segment.name()), CaseSheet.plain(inWords(segment.who())));
  }

  private String inWords(Selection who) {
    if (who.meansEverybody()) {
      return catalogue.of("everybody who is left");
    }
    var or = " %s ".formatted(catalogue.of("or"));
    var places = String.join(or, who.residences());
    var groups = String.join(or, who.groups());
    if (who.groups().isEmpty()) {
      return catalogue.of("people who live in %s").formatted(places);
    }
    return who.residences().isEmpty()
        ? catalogue.of("people in the group %s").formatted(groups)
        : catalogue.of("people who live in %s in the group %s").formatted(places, groups);
  }

  /** How the names of the fields of a mail begin: {@code letter}, {@code letter2}. */
  private static String letter(int number) {
    return "letter" + (number == 1 ? "" : number);
  }

  /** The form's field for the body of that mail in that language. */
  private static String field(int number, String language) {
    return letter(number) + LANGUAGES.get(language) + "Body";
  }

  /** A language without subject and body is left out. */
  Draft draft(CaseNumber caseNumber, Answers answers) {
    var mails = new ArrayList<Mail>();
    for (var segment : segments.of(caseNumber)) {
      mails.add(new Mail(segment, letters(answers, letter(mails.size() + 1))));
    }
    return new Draft(
        mails,
        new Text(answers.needText("postTitle"), answers.needText("postBody")),
        answers.needText("social"),
        new Text(answers.text("pressTitle").orElse(""), answers.text("pressBody").orElse("")),
        answers.text("script").orElse(""));
  }

  private static Map<String, Text> letters(Answers answers, String fields) {
    var letters = new TreeMap<String, Text>();
    LANGUAGES.forEach(
        (language, key) -> {
          var subject = answers.text(fields + key + "Subject");
          var body = answers.text(fields + key + "Body");
          if (subject.isPresent() || body.isPresent()) {
            letters.put(language, new Text(subject.orElse(""), body.orElse("")));
          }
        });
    return letters;
  }

  /**
   * @throws IllegalArgumentException naming the mail that lacks what a law of its readers lists, or
   *     says what one forbids, unless that is on purpose
   */
  void refuseIncomplete(CaseNumber caseNumber, Draft draft, Answers answers) {
    for (var number = 1; number <= draft.mails().size(); number++) {
      var mail = draft.mails().get(number - 1);
      var wanted = duties.of(caseNumber, mail.to());
      for (var letter : mail.texts().entrySet()) {
        contents.refuseIncomplete(
            field(number, letter.getKey()), wanted, letter.getValue().body(), answers);
      }
    }
  }

  /** What signatories see of a notice beside its text. */
  Map<String, Object> signing(Notice notice) {
    return Map.of(
        "preview", preview(notice),
        "changes", changes(notice),
        "checks", checks(notice));
  }

  private static String preview(Notice notice) {
    return "/api/notices/%s/preview".formatted(notice.id());
  }

  private String changes(Notice notice) {
    return notices.changes(notice.id()).entrySet().stream()
        .map(change -> "#### %s\n%s".formatted(heading(change.getKey()), change.getValue()))
        .collect(joining("\n\n"));
  }

  String checks(Notice notice) {
    return notice.draft().mails().stream()
            .map(mail -> checks(notice.caseNumber(), mail))
            .collect(
                joining(
                    "\n\n",
                    "",
                    "\n\n#### %s\n%s"
                        .formatted(catalogue.of("Reading level"), readingLevels(notice.draft()))))
        + avoided(notice.draft());
  }

  private String ourWords(Draft draft) {
    var preferred = plan.wording().preferred();
    var ours =
        preferred.isEmpty()
            ? ""
            : catalogue.of("Words that the plan prefers: %s").formatted(plain(preferred));
    return ours + avoided(draft);
  }

  /** Which words of the texts the plan would have us leave out. */
  private String avoided(Draft draft) {
    var found = notices.avoidedWords(draft);
    return found.isEmpty()
        ? ""
        : found.entrySet().stream()
            .map(text -> "- %s: %s".formatted(heading(text.getKey()), plain(text.getValue())))
            .collect(
                joining(
                    "\n",
                    "\n\n#### %s\n".formatted(catalogue.of("Words that the plan leaves out")),
                    ""));
  }

  private static String plain(List<String> words) {
    return CaseSheet.plain(String.join(", ", words));
  }

  private String checks(CaseNumber caseNumber, Mail mail) {
    return "#### %s\n%s"
        .formatted(
            catalogue.of("%s: what the laws want it to say").formatted(title(mail.to())),
            contents.open(
                duties.of(caseNumber, mail.to()),
                mail.texts().get(plan.fallbackLanguage()).body()));
  }

  private String readingLevels(Draft draft) {
    return notices.readingLevels(draft).entrySet().stream()
        .map(
            level ->
                "- %s: %s"
                    .formatted(heading(level.getKey()), catalogue.of(level.getValue().inWords())))
        .collect(joining("\n"));
  }

  /** What staff call a text. */
  String heading(String name) {
    return CaseSheet.plain(StringUtils.capitalize(catalogue.of(name)));
  }

  Map<String, Object> release(Notice notice) {
    var lastFile = recipients.lastImport(notice.caseNumber());
    return Map.of(
        "samples", samples(notice),
        "preview", preview(notice),
        "document", signOffs.get(notice.documentId()).content(),
        "signatures", signatures(notice.documentId()),
        "recipients", recipients(notice.caseNumber()),
        "shownList", recipients.digest(notice.caseNumber()),
        "bySegment", bySegment(notice),
        "withoutMail", withoutMail(notice),
        "refused", table(lastFile.refused()),
        "differing", table(lastFile.differences()));
  }

  private String samples(Notice notice) {
    return Sample.withName(notices.mailing(notice.id())).stream()
        .map(this::inWords)
        .collect(joining("\n\n"));
  }

  /** Quoted line by line, so that it reads as it will arrive. */
  private String inWords(Sample sample) {
    return catalogue
        .of("#### To %s, in %s\n**From:** %s\n\n**To:** %s\n\n**Subject:** %s\n\n%s")
        .formatted(
            CaseSheet.plain(sample.segment().name()),
            catalogue.language(sample.mail().language()),
            CaseSheet.plain(sample.from()),
            CaseSheet.plain(sample.to()),
            CaseSheet.plain(sample.mail().subject()),
            sample
                .mail()
                .plain()
                .lines()
                .map(line -> "> " + CaseSheet.linked(line) + "  ")
                .collect(joining("\n")));
  }

  /** How many recipients no segment of the notice includes. */
  int withoutMail(Notice notice) {
    return people(notice, Optional.empty());
  }

  private int people(Notice notice, Optional<Mailing.Segment> segment) {
    var mailing = notices.mailing(notice.id());
    return recipients.summary(notice.caseNumber()).byKind().entrySet().stream()
        .filter(
            people ->
                mailing
                    .segmentOf(people.getKey().residence(), people.getKey().groups())
                    .equals(segment))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private String bySegment(Notice notice) {
    var segments = notices.mailing(notice.id()).segments();
    var without = withoutMail(notice);
    return segments.size() == 1 && without == 0
        ? ""
        : segments.stream()
                .map(
                    segment ->
                        "- %s: %,d"
                            .formatted(
                                CaseSheet.plain(segment.name()),
                                people(notice, Optional.of(segment))))
                .collect(joining("\n"))
            + (without == 0
                ? ""
                : "\n- "
                    + catalogue.of("**in no segment, they get no mail: %,d**").formatted(without));
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
        ? catalogue.of("Nobody has recorded which data are affected.")
        : categories.entrySet().stream()
            .map(
                entry ->
                    "- **%s**: %s"
                        .formatted(
                            entry.getValue().stream()
                                .map(vocabulary::dataCategory)
                                .map(catalogue::of)
                                .collect(joining(", ")),
                            inWords(rules.disclosureOf(level, entry.getKey()))))
            .collect(joining("\n"));
  }

  private String kind(String dataCategory) {
    return kinds.of(dataCategory).name();
  }

  private String inWords(Disclosure disclosure) {
    return Stream.of(
            disclosure.categories() ? "name each category" : "name the kind of data alone",
            disclosure.numbers() ? "say how many people" : "do not say how many people",
            disclosure.cause() ? "say how it came about" : "do not say how it came about",
            disclosure.apart() ? "in a paragraph of its own" : "")
        .filter(part -> !part.isEmpty())
        .map(catalogue::of)
        .collect(joining("; "));
  }

  private String signatures(UUID documentId) {
    return signOffs.signatures(documentId).stream()
        .map(
            signature ->
                "- %s: %s, %s"
                    .formatted(
                        catalogue.of(Role.title(signature.role())),
                        CaseSheet.plain(people.name(signature.person())),
                        words.at(signature.at(), plan.zone())))
        .collect(joining("\n"));
  }

  private String language(String code) {
    return code.isEmpty() ? catalogue.of("not known") : catalogue.language(code);
  }

  private String recipients(CaseNumber caseNumber) {
    var summary = recipients.summary(caseNumber);
    return summary.total() == 0
        ? catalogue.of("none")
        : catalogue
            .of("%,d (%s)\n\nSHA-256 of their list: `%s`")
            .formatted(
                summary.total(),
                new TreeMap<>(summary.byLanguage())
                    .entrySet().stream()
                        .map(
                            entry -> "%s %,d".formatted(language(entry.getKey()), entry.getValue()))
                        .collect(joining(", ")),
                recipients.digest(caseNumber));
  }

  private String table(List<Refused> rows) {
    return rows.isEmpty()
        ? ""
        : catalogue.of("| Line | Why |")
            + "\n| --- | --- |\n"
            + rows.stream()
                .map(
                    row ->
                        "| %d | %s |"
                            .formatted(
                                row.line(), CaseSheet.plain(catalogue.ofRefusal(row.reason()))))
                .collect(joining("\n"));
  }
}
