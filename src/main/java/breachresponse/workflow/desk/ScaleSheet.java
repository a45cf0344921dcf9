package breachresponse.workflow.desk;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.CriticalityScale;
import breachresponse.incident.CriticalityScale.Level;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.incident.KindsOfData;
import breachresponse.incident.Severity;
import breachresponse.incident.SeverityMethod;
import breachresponse.language.Catalogue;
import breachresponse.notice.Audience;
import breachresponse.notice.ChannelRules;
import breachresponse.notice.DisclosureRules;
import breachresponse.notice.DisclosureRules.Disclosure;
import breachresponse.plan.Role;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignatoryRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The scale for whoever sets the level of a case: proposals, and what hangs on each level. */
@Component
public class ScaleSheet {

  private final Incidents incidents;
  private final FactsForm form;
  private final CriticalityScale scale;
  private final SeverityMethod method;
  private final SignatoryRules signatories;
  private final ChannelRules channels;
  private final DisclosureRules disclosure;
  private final KindsOfData kinds;
  private final Words words;
  private final Catalogue catalogue;

  ScaleSheet(
      Incidents incidents,
      FactsForm form,
      CriticalityScale scale,
      SeverityMethod method,
      SignatoryRules signatories,
      ChannelRules channels,
      DisclosureRules disclosure,
      KindsOfData kinds,
      Words words,
      Catalogue catalogue) {
    this.incidents = incidents;
    this.form = form;
    this.scale = scale;
    this.method = method;
    this.signatories = signatories;
    this.channels = channels;
    this.disclosure = disclosure;
    this.kinds = kinds;
    this.words = words;
    this.catalogue = catalogue;
  }

  /** What the form shows: the choice stands on the level that the case has. */
  public Map<String, Object> of(CaseNumber caseNumber) {
    var facts = form.known(caseNumber);
    var proposal = scale.assess(facts);
    var levels = scale.levels();
    var shown = new LinkedHashMap<String, Object>();
    shown.put("level", String.valueOf(incidents.get(caseNumber).level()));
    shown.put("levelChoices", levels.stream().map(this::choice).toList());
    shown.put(
        "proposal",
        "**%d**: %s".formatted(proposal.level(), CaseSheet.plain(catalogue.of(proposal.reason()))));
    shown.put(
        "secondOpinion",
        method
            .severityOf(facts)
            .map(this::inWords)
            .orElseGet(
                () ->
                    catalogue.of(
                        "none, while nobody has recorded which personal data are affected.")));
    shown.put(
        "scale",
        table(catalogue.of("Level | What it is | Like"), levels.stream().map(this::sense)));
    shown.put(
        "consequences",
        table(
            catalogue.of(
                "Level | Woken | Sign a filing | Sign a notice | The public is told on | A notice reveals | Our own targets: triage; holding statement; customers"),
            levels.stream().map(level -> consequences(level, facts))));
    return shown;
  }

  private Map<String, String> choice(Level level) {
    return Map.of(
        "value",
        String.valueOf(level.number()),
        "label",
        "%d: %s".formatted(level.number(), catalogue.of(level.name())));
  }

  private String inWords(Severity severity) {
    return catalogue
        .of(
            "**%s**, %s: %s. Data processing context %s (%s) × ease of identification %s (%s) + circumstances %s (%s).")
        .formatted(
            catalogue.of(severity.name()),
            number(severity.sum()),
            catalogue.of(severity.meaning()),
            number(severity.context().value()),
            catalogue.of(severity.context().because()),
            number(severity.identification().value()),
            catalogue.of(severity.identification().because()),
            number(severity.circumstances().stream().mapToDouble(Severity.Score::value).sum()),
            severity.circumstances().stream()
                .map(Severity.Score::because)
                .map(catalogue::of)
                .collect(joining(", ")));
  }

  private static String number(double score) {
    return String.format(Locale.ROOT, "%.2f", score).replaceFirst("\\.?0+$", "");
  }

  private static String table(String columns, Stream<List<String>> rows) {
    return "| %s |\n|%s\n".formatted(columns, " --- |".repeat(columns.split("\\|").length))
        + rows.map(row -> "| " + String.join(" | ", row) + " |").collect(joining("\n"));
  }

  private List<String> sense(Level level) {
    return List.of(
        "%d: %s".formatted(level.number(), CaseSheet.plain(catalogue.of(level.name()))),
        CaseSheet.plain(catalogue.of(level.sense())),
        CaseSheet.plain(catalogue.of(level.examples())));
  }

  private List<String> consequences(Level level, Facts facts) {
    var targets = level.targets();
    return List.of(
        String.valueOf(level.number()),
        titles(level.woken()),
        signers(Document.Kind.FILING, level),
        signers(Document.Kind.CUSTOMER_NOTICE, level),
        publicChannels(level),
        revealed(level, facts),
        "%s; %s; %s"
            .formatted(
                words.amount(targets.triage()),
                words.amount(targets.holdingStatement()),
                words.amount(targets.customersTold())));
  }

  private String signers(Document.Kind kind, Level level) {
    return titles(signatories.signatoriesOf(kind, level.number()));
  }

  private String publicChannels(Level level) {
    var names =
        Audience.OF_A_POST.stream()
            .flatMap(audience -> channels.channelsFor(level.number(), audience).stream())
            .map(ChannelRules.Channel::name)
            .distinct()
            .map(this::channel)
            .toList();
    return names.isEmpty() ? catalogue.of("none") : String.join(", ", names);
  }

  private String channel(String name) {
    return Audience.isKey(name) ? catalogue.of(name) : ChannelRules.Channel.title(name);
  }

  /** Of the data that are affected, what the most reserved of the rules allows. */
  private String revealed(Level level, Facts facts) {
    var categories = facts.dataCategories() == null ? Set.<String>of() : facts.dataCategories();
    var rules =
        categories.stream()
            .map(category -> kinds.of(category).name())
            .distinct()
            .map(kind -> disclosure.disclosureOf(level.number(), kind))
            .toList();
    if (rules.isEmpty()) {
      return catalogue.of("not known yet");
    }
    var allowed =
        Stream.of(
                rules.stream().allMatch(Disclosure::numbers) ? "numbers" : "",
                rules.stream().allMatch(Disclosure::categories) ? "categories" : "",
                rules.stream().allMatch(Disclosure::cause) ? "cause" : "")
            .filter(what -> !what.isEmpty())
            .map(catalogue::of)
            .collect(joining(", "));
    return allowed.isEmpty() ? catalogue.of("the kind of data alone") : allowed;
  }

  private String titles(List<String> groups) {
    return groups.stream()
        .map(Role::title)
        .map(catalogue::of)
        .map(CaseSheet::plain)
        .collect(joining(", "));
  }
}
