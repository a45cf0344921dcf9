package breachresponse.workflow.desk;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Facts.Affected;
import breachresponse.incident.FactsRules;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.incident.Milestone;
import breachresponse.incident.Vocabulary;
import breachresponse.language.Catalogue;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.forms.Answers;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The facts of a case as a form asks for them, and back. */
@Component
public class FactsForm {

  /** Asked as times; that people were told is recorded when it is done. */
  private static final List<Milestone> ASKED =
      Stream.of(Milestone.values()).filter(m -> m != Milestone.INDIVIDUALS_NOTIFIED).toList();

  private static final Set<LocalTime> SUSPICIOUS = Set.of(LocalTime.MIDNIGHT, LocalTime.of(9, 0));
  private static final Duration LONG = Duration.ofHours(24);

  private static final Pattern PLACE =
      Pattern.compile(
          "(?<place>[A-Z]{2}(-[A-Z0-9]{1,3})?)[\\s:,]+(?<people>\\d+|\\d{1,3}([.,']\\d{3})+|unknown)(?<estimated>\\s+estimated)?");

  private final Incidents incidents;
  private final ResponsePlan plan;
  private final Vocabulary vocabulary;
  private final OrganisationForm organisation;
  private final FactsRules rules;
  private final Catalogue catalogue;

  FactsForm(
      Incidents incidents,
      ResponsePlan plan,
      Vocabulary vocabulary,
      OrganisationForm organisation,
      FactsRules rules,
      Catalogue catalogue) {
    this.incidents = incidents;
    this.plan = plan;
    this.vocabulary = vocabulary;
    this.organisation = organisation;
    this.rules = rules;
    this.catalogue = catalogue;
  }

  /**
   * @return the latest facts of the case, or what the plan says of the organisation
   */
  public Facts known(CaseNumber caseNumber) {
    return incidents
        .facts(caseNumber)
        .map(FactsVersion::facts)
        .orElseGet(() -> Facts.first(null, plan.facts()));
  }

  /** What the form shows: what is known by now, and the choices. */
  public Map<String, Object> shown(CaseNumber caseNumber) {
    var known = known(caseNumber);
    var zone = plan.zone();
    var shown = new LinkedHashMap<String, Object>();
    shown.put("shownVersion", version(caseNumber));
    shown.put("dataCategoryChoices", choices(vocabulary.dataCategories(), catalogue));
    shown.put("circumstanceChoices", choices(vocabulary.circumstances(), catalogue));
    put(shown, "awareAt", at(known.awareAt(), zone));
    ASKED.forEach(
        milestone -> put(shown, milestone.key(), at(known.clocks().get(milestone), zone)));
    put(shown, "role", word(known.organisation().role()));
    shown.put("noPersonalData", concernsNobody(known));
    put(shown, "affected", known.affected() == null ? null : lines(known.affected()));
    put(shown, "breach", known.breach() == null ? null : words(known.breach()));
    put(shown, "dataCategories", known.dataCategories());
    put(shown, "circumstances", circumstances(known));
    shown.putAll(organisation.shown(known.organisation()));
    put(shown, "encrypted", answer(known.protection().encrypted()));
    put(shown, "keyCompromised", answer(known.protection().keyCompromised()));
    put(shown, "risk", word(known.risk()));
    put(shown, "riskReason", known.account().riskReason());
    put(shown, "awarenessReason", known.account().awarenessReason());
    put(shown, "consequence", word(known.consequence()));
    put(shown, "cause", known.account().cause());
    put(shown, "consequences", known.account().consequences());
    put(shown, "measures", known.account().measures());
    shown.put("onHold", known.hold() != null);
    if (known.hold() != null) {
      put(shown, "holdBasis", known.hold().basis());
      put(shown, "holdOrderedBy", known.hold().orderedBy());
      put(shown, "holdFrom", at(known.hold().from(), zone));
      put(shown, "holdUntil", at(known.hold().until(), zone));
    }
    return shown;
  }

  /**
   * Reads the facts; what the form does not ask for stays as it is known.
   *
   * @throws IllegalArgumentException naming the field that can't be read or breaks a rule of facts,
   *     or if somebody has recorded other facts since the form was opened
   */
  public Facts read(Answers answers, CaseNumber caseNumber) {
    refuseIfOutdated(answers, caseNumber);
    refuseDoubtfulTimes(answers);
    var facts = facts(answers, known(caseNumber));
    rules.checkFindings(facts);
    return facts;
  }

  private Facts facts(Answers answers, Facts known) {
    var nobody = answers.yes("noPersonalData");
    return new Facts(
        answers.needInstant("awareAt"),
        clocks(answers, known),
        organisation(answers, known.organisation()),
        nobody ? List.of() : answers.text("affected").map(FactsForm::affected).orElse(null),
        enums(answers.list("breach"), Facts.Aspect::valueOf),
        nobody ? Set.of() : categories(answers.list("dataCategories")),
        new Facts.Protection(
            answers.known("encrypted").orElse(null), answers.known("keyCompromised").orElse(null)),
        answers
            .text("risk")
            .filter(risk -> !risk.equals("unknown"))
            .map(FactsForm::constant)
            .map(Facts.Risk::valueOf)
            .orElse(null),
        answers
            .text("consequence")
            .map(FactsForm::constant)
            .map(Facts.Consequence::valueOf)
            .orElse(null),
        new Facts.Account(
            answers.text("cause").orElse(null),
            answers.text("consequences").orElse(null),
            answers.text("measures").orElse(null),
            answers.text("riskReason").orElse(null),
            answers.text("awarenessReason").orElse(null)),
        answers.yes("onHold")
            ? new Facts.Hold(
                answers.needText("holdBasis"),
                answers.needText("holdOrderedBy"),
                answers.needInstant("holdFrom"),
                answers.instant("holdUntil").orElse(null))
            : null);
  }

  private void refuseIfOutdated(Answers answers, CaseNumber caseNumber) {
    incidents.lock(caseNumber);
    var latest = version(caseNumber);
    if (!answers.is("factsVersion", String.valueOf(latest))) {
      throw new IllegalArgumentException(
          "facts: version %d was recorded since you opened this form; please reload the task and add yours"
              .formatted(latest));
    }
  }

  /**
   * The clocks of most laws start with awareness: a time that looks convenient is asked about, and
   * one long after the first sign needs its reason (EDPB Guidelines 9/2022, section II.A).
   */
  private void refuseDoubtfulTimes(Answers answers) {
    var aware = answers.needInstant("awareAt");
    var detected = answers.instant("detection");
    if (detected.filter(aware::isBefore).isPresent()) {
      throw new IllegalArgumentException(
          "awareAt: nobody is certain before the first sign; please check it and the detection");
    }
    if (detected.filter(aware::isAfter).isPresent() && answers.text("awarenessReason").isEmpty()) {
      throw new IllegalArgumentException(
          "awarenessReason: it was certain only after something had been noticed, please say why");
    }
    if (answers.yes("timesChecked")) {
      return;
    }
    var local = aware.atZoneSameInstant(plan.zone()).toLocalTime();
    if (SUSPICIOUS.contains(local)) {
      throw new IllegalArgumentException(
          "timesChecked: aware at %s sharp? Please look at the time again, and tick this if it is right"
              .formatted(local));
    }
    if (detected.filter(at -> at.plus(LONG).isBefore(aware)).isPresent()) {
      throw new IllegalArgumentException(
          "timesChecked: more than %d hours lie between the first sign and certainty; please look at both again, and tick this if they are right"
              .formatted(LONG.toHours()));
    }
  }

  private static boolean concernsNobody(Facts known) {
    return known.affected() != null
        && known.affected().isEmpty()
        && known.dataCategories() != null
        && known.dataCategories().isEmpty();
  }

  private int version(CaseNumber caseNumber) {
    return incidents.facts(caseNumber).map(FactsVersion::version).orElse(0);
  }

  private static Map<Milestone, OffsetDateTime> clocks(Answers answers, Facts known) {
    var clocks = new EnumMap<Milestone, OffsetDateTime>(Milestone.class);
    clocks.putAll(known.clocks());
    for (var milestone : ASKED) {
      answers
          .instant(milestone.key())
          .ifPresentOrElse(at -> clocks.put(milestone, at), () -> clocks.remove(milestone));
    }
    return clocks;
  }

  private Facts.Organisation organisation(Answers answers, Facts.Organisation known) {
    var described = answers.yes("organisationDiffers") ? organisation.described(answers) : known;
    var attributes = new TreeSet<>(described.attributes());
    attributes.removeIf(vocabulary::isCircumstance);
    answers.list("circumstances").stream()
        .filter(vocabulary::isCircumstance)
        .forEach(attributes::add);
    return new Facts.Organisation(
        Facts.Role.valueOf(constant(answers.needText("role"))),
        described.establishments(),
        described.mainEstablishment(),
        described.sectors(),
        attributes);
  }

  /** None chosen: not known yet. */
  private Set<String> categories(List<String> chosen) {
    var terms = vocabulary.dataCategories().stream().map(Vocabulary.Term::id).toList();
    for (var category : chosen) {
      if (!terms.contains(category)) {
        throw new IllegalArgumentException(
            "dataCategories: '%s' is not in the list, please choose from it".formatted(category));
      }
    }
    return chosen.isEmpty() ? null : Set.copyOf(chosen);
  }

  private static List<Affected> affected(String text) {
    var places = new LinkedHashMap<String, Affected>();
    var lines = text.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isEmpty()) {
        continue;
      }
      var line = PLACE.matcher(lines.get(i));
      if (!line.matches()) {
        throw new IllegalArgumentException(
            "affected: line %d, '%s', is not understood; write one place a line, like US-CA 1200, DE 300 estimated or FR unknown"
                .formatted(i + 1, lines.get(i)));
      }
      var place = line.group("place");
      if (places.put(place, affected(line.group("people"), place, line.group("estimated") != null))
          != null) {
        throw new IllegalArgumentException(
            "affected: %s stands there twice, please add the two numbers up".formatted(place));
      }
    }
    return List.copyOf(places.values());
  }

  private static Affected affected(String people, String place, boolean estimated) {
    var digits = people.replaceAll("[.,']", "");
    if (digits.length() > 10) {
      throw new IllegalArgumentException(
          "affected: %s has more people than the earth, please check the number".formatted(place));
    }
    return new Affected(
        place, people.equals("unknown") ? null : Long.valueOf(digits), estimated ? true : null);
  }

  private static String lines(List<Affected> affected) {
    return affected.stream()
        .map(
            place ->
                place.residence()
                    + " "
                    + (place.people() == null ? "unknown" : place.people())
                    + (Boolean.TRUE.equals(place.estimated()) ? " estimated" : ""))
        .collect(joining("\n"));
  }

  private List<String> circumstances(Facts known) {
    return known.organisation().attributes().stream()
        .filter(vocabulary::isCircumstance)
        .sorted()
        .toList();
  }

  static List<Map<String, String>> choices(List<Vocabulary.Term> terms, Catalogue catalogue) {
    return terms.stream()
        .map(term -> Map.of("value", term.id(), "label", catalogue.of(term.label())))
        .toList();
  }

  private static <E extends Enum<E>> Set<E> enums(List<String> words, Function<String, E> value) {
    return words.stream()
        .map(FactsForm::constant)
        .map(value)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  private static List<String> words(Collection<? extends Enum<?>> values) {
    return values.stream().map(FactsForm::word).sorted().toList();
  }

  private static String word(Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String answer(Boolean known) {
    return known == null ? "unknown" : known ? "yes" : "no";
  }

  /** As the form's time field takes it. */
  public static String at(OffsetDateTime time, ZoneId zone) {
    return time == null
        ? null
        : time.atZoneSameInstant(zone).toOffsetDateTime().withNano(0).toString();
  }

  private static void put(Map<String, Object> shown, String key, Object value) {
    if (value != null) {
      shown.put(key, value);
    }
  }
}
