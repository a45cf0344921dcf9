package breachresponse.workflow;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import breachresponse.delivery.Recipients;
import breachresponse.delivery.Recipients.Kind;
import breachresponse.delivery.Selection;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.incident.Vocabulary;
import breachresponse.language.Catalogue;
import breachresponse.notice.Audience;
import breachresponse.notice.Segment;
import breachresponse.notice.Segments;
import breachresponse.workflow.forms.Answers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The segments of a notice as a form asks for them, and back. */
@Component
class SegmentsForm {

  /** How many the form has fields for. */
  static final int MOST = 4;

  private static final int KINDS_SHOWN = 25;

  private final Segments segments;
  private final Incidents incidents;
  private final Recipients recipients;
  private final Vocabulary vocabulary;
  private final Catalogue catalogue;

  SegmentsForm(
      Segments segments,
      Incidents incidents,
      Recipients recipients,
      Vocabulary vocabulary,
      Catalogue catalogue) {
    this.segments = segments;
    this.incidents = incidents;
    this.recipients = recipients;
    this.vocabulary = vocabulary;
    this.catalogue = catalogue;
  }

  Map<String, Object> shown(CaseNumber caseNumber) {
    var known = segments.of(caseNumber);
    var forAll = known.equals(List.of(Segment.EVERYBODY));
    var shown = new LinkedHashMap<String, Object>();
    shown.put("people", people(caseNumber));
    shown.put("categoryChoices", categoryChoices(caseNumber));
    shown.put("sameForAll", forAll ? "yes" : "no");
    for (var number = 1; number <= MOST; number++) {
      shown.put("audience" + number, Audience.CUSTOMERS.key());
      if (!forAll && number <= known.size()) {
        put(shown, number, known.get(number - 1));
      }
    }
    return shown;
  }

  private static void put(Map<String, Object> shown, int number, Segment segment) {
    shown.put("name" + number, segment.name());
    shown.put("audience" + number, segment.audience().key());
    shown.put("residences" + number, String.join(" ", segment.who().residences()));
    shown.put("groups" + number, String.join(" ", segment.who().groups()));
    shown.put("categories" + number, segment.dataCategories());
  }

  /**
   * @throws IllegalArgumentException naming the name that is missing, or the group that nobody on
   *     the list is in
   */
  List<Segment> read(CaseNumber caseNumber, Answers answers) {
    if (answers.is("sameForAll", "yes")) {
      return List.of(Segment.EVERYBODY);
    }
    var groups = groups(caseNumber);
    var segments = new ArrayList<Segment>();
    for (var number = 1; number <= MOST; number++) {
      if (isDefined(answers, number)) {
        var segment = segment(answers, number);
        refuseUnknown("groups" + number, segment.who().groups(), groups);
        segments.add(segment);
      }
    }
    return segments;
  }

  /** Of those on the list; it may come later than the segments, and is empty until then. */
  private Set<String> groups(CaseNumber caseNumber) {
    return recipients.summary(caseNumber).byKind().keySet().stream()
        .flatMap(kind -> kind.groups().stream())
        .collect(toCollection(TreeSet::new));
  }

  private static void refuseUnknown(String field, Set<String> chosen, Set<String> groups) {
    chosen.stream()
        .filter(group -> !groups.isEmpty() && !groups.contains(group))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw new IllegalArgumentException(
                  "%s: nobody on the list is in '%s', please choose of %s"
                      .formatted(field, unknown, String.join(", ", groups)));
            });
  }

  private static boolean isDefined(Answers answers, int number) {
    return Stream.of("name", "residences", "groups")
            .anyMatch(field -> answers.text(field + number).isPresent())
        || !answers.list("categories" + number).isEmpty();
  }

  private static Segment segment(Answers answers, int number) {
    return new Segment(
        answers.needText("name" + number),
        Audience.of(answers.needText("audience" + number)),
        new Selection(answers.codes("residences" + number), answers.codes("groups" + number)),
        Set.copyOf(answers.list("categories" + number)));
  }

  /** The recipients by what a segment can tell apart, the most first. */
  private String people(CaseNumber caseNumber) {
    var kinds = recipients.summary(caseNumber).byKind();
    return kinds.isEmpty()
        ? catalogue.of("No recipients have been provided yet.")
        : catalogue.of("| People | Live in | Groups | Language |")
            + "\n| --- | --- | --- | --- |\n"
            + kinds.entrySet().stream()
                .sorted(Map.Entry.<Kind, Integer>comparingByValue().reversed())
                .limit(KINDS_SHOWN)
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(joining("\n"))
            + (kinds.size() > KINDS_SHOWN
                ? "\n\n"
                    + catalogue
                        .of("And %d more kinds of recipients.")
                        .formatted(kinds.size() - KINDS_SHOWN)
                : "");
  }

  private String line(Kind kind, int people) {
    return "| %,d | %s | %s | %s |"
        .formatted(
            people,
            orUnknown(kind.residence()),
            String.join(", ", new TreeSet<>(kind.groups())),
            orUnknown(catalogue.language(kind.language())));
  }

  private String orUnknown(String place) {
    return place.isEmpty() ? catalogue.of("not known") : place;
  }

  private List<Map<String, String>> categoryChoices(CaseNumber caseNumber) {
    return incidents
        .facts(caseNumber)
        .map(FactsVersion::facts)
        .flatMap(facts -> java.util.Optional.ofNullable(facts.dataCategories()))
        .stream()
        .flatMap(Set::stream)
        .sorted()
        .map(id -> Map.of("value", id, "label", catalogue.of(vocabulary.dataCategory(id))))
        .toList();
  }
}
