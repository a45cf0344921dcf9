package breachresponse.notice;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.incident.Vocabulary;
import breachresponse.plan.ResponsePlan;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Holds the texts in which a case is told against its facts and against each other. A text may say
 * less than another; it must not say another number, another day or other data.
 */
@Component
public class Consistency {

  private final Incidents incidents;
  private final Vocabulary vocabulary;
  private final ResponsePlan plan;
  private final Map<String, Signs> signs = new ConcurrentHashMap<>();
  private final Map<String, Map<Pattern, Claim.Data>> labels = new ConcurrentHashMap<>();

  Consistency(Incidents incidents, Vocabulary vocabulary, ResponsePlan plan) {
    this.incidents = incidents;
    this.vocabulary = vocabulary;
    this.plan = plan;
  }

  private record Said(Passage passage, Claim claim) {}

  /**
   * @param zones in which the texts may tell days, other than the plan's
   * @throws IllegalArgumentException naming both places of each difference
   */
  public void refuseDifferences(CaseNumber caseNumber, List<Passage> texts, ZoneId... zones) {
    var differences = differences(caseNumber, texts, zones);
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException(
          String.join("; ", differences) + ". Please correct the text, or record the facts");
    }
  }

  /** All that differs, each with the field in front and both places. */
  public List<String> differences(CaseNumber caseNumber, List<Passage> texts, ZoneId... zones) {
    var facts = incidents.facts(caseNumber).map(FactsVersion::facts).orElse(Facts.UNKNOWN);
    var sheet =
        FactSheet.of(facts, Stream.concat(Stream.of(plan.zone()), Stream.of(zones)).toList());
    var said = texts.stream().flatMap(this::said).toList();
    var differences = new LinkedHashSet<String>();
    said.stream()
        .filter(it -> !it.claim().agreesWith(sheet))
        .forEach(it -> differences.add(difference(it, said, sheet)));
    return new ArrayList<>(differences);
  }

  /** In no words of the texts: messages are shown as HTML. */
  private static String difference(Said one, List<Said> all, FactSheet sheet) {
    var others =
        all.stream()
            .filter(it -> it.claim().topic().equals(one.claim().topic()))
            .filter(it -> !it.passage().equals(one.passage()))
            .filter(it -> !it.claim().inWords().equals(one.claim().inWords()))
            .filter(it -> !(it.claim() instanceof Claim.Data))
            .map(it -> ", %s says %s".formatted(it.passage().name(), it.claim().inWords()))
            .distinct()
            .collect(joining());
    return "%s: %s: the %s says %s, the facts %s%s"
        .formatted(
            one.passage().field(),
            one.claim().topic(),
            one.passage().name(),
            one.claim().inWords(),
            one.claim().factsInWords(sheet),
            others);
  }

  /** Texts in a language without signs say nothing that a program sees. */
  private Stream<Said> said(Passage passage) {
    if (!Templates.LANGUAGES.contains(passage.language())) {
      return Stream.empty();
    }
    return Reading.in(
            passage.text(),
            signs.computeIfAbsent(passage.language(), Signs::new),
            labels.computeIfAbsent(passage.language(), this::labels))
        .stream()
        .map(claim -> new Said(passage, claim));
  }

  /** As lists of our own notices and filings have them. */
  private Map<Pattern, Claim.Data> labels(String language) {
    var words = Words.in(language);
    var labels = new LinkedHashMap<Pattern, Claim.Data>();
    vocabulary.dataCategories().stream()
        .filter(term -> !term.id().equals("other"))
        .flatMap(
            term ->
                Stream.of(words.category(term.id()), term.label())
                    .distinct()
                    .map(label -> Map.entry(label, term)))
        .sorted(Comparator.comparingInt(it -> -it.getKey().length()))
        .forEach(
            it ->
                labels.put(
                    Signs.whole(Pattern.quote(it.getKey())),
                    new Claim.Data(it.getValue().label(), Set.of(it.getValue().id()))));
    return labels;
  }
}
