package breachresponse.workflow.planning;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.Facts;
import breachresponse.incident.FactsRules;
import breachresponse.language.Catalogue;
import breachresponse.obligation.Duty;
import breachresponse.obligation.LegalBaseline;
import breachresponse.obligation.Requirement;
import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.OrganisationForm;
import breachresponse.workflow.forms.Answers;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which laws reach the organisation, by where it is and where its customers live, and what legal
 * lays down about them.
 */
@Component
class ReviewLegalObligations implements PlanSection {

  private final LegalBaseline baseline;
  private final OrganisationForm organisation;
  private final FactsRules rules;
  private final Catalogue catalogue;

  ReviewLegalObligations(
      LegalBaseline baseline,
      OrganisationForm organisation,
      FactsRules rules,
      Catalogue catalogue) {
    this.baseline = baseline;
    this.organisation = organisation;
    this.rules = rules;
    this.catalogue = catalogue;
  }

  @Override
  public String task() {
    return "reviewLegalObligations";
  }

  @Override
  public Map<String, Object> shown(PlanContent draft) {
    var list = listed(draft);
    var shown = new LinkedHashMap<>(organisation.shown(draft.facts()));
    shown.put("role", draft.facts().role().name());
    shown.put("residences", String.join(", ", new TreeSet<>(draft.residences())));
    shown.put("substituteThreshold", draft.substituteThreshold().doubleValue());
    shown.put("duties", list.withNumbers(catalogue::of));
    shown.put("gaps", gaps(draft, list));
    shown.put("shownList", list.fingerprint());
    shown.put("remarks", remarks(list));
    return shown;
  }

  private DutyList listed(PlanContent draft) {
    return new DutyList(
        baseline.requirementsFor(draft.facts(), draft.residences()), draft.remarksOnDuties());
  }

  @Override
  public PlanContent settled(PlanContent draft, Answers answers) {
    var residences = answers.codes("residences");
    rules.checkPlaces("residences", residences);
    var settled =
        PlanContentBuilder.builder(draft)
            .facts(facts(answers))
            .residences(residences)
            .substituteThreshold(
                new BigDecimal(answers.needText("substituteThreshold")).stripTrailingZeros())
            .build();
    var accepted = answers.is("decision", "accept");
    if (accepted && !isWhatWasShown(draft, settled)) {
      throw new IllegalArgumentException(
          "decision: you have changed places or qualities, please have their duties shown before you accept them");
    }
    var list = listed(draft);
    if (!answers.is("list", list.fingerprint())) {
      throw new IllegalArgumentException(
          "remarks: the tables have been deployed anew since you opened the form, please copy what you have written, open it again and read that");
    }
    var remarks = remarks(answers, list);
    if (!accepted) {
      // A place that is left out by mistake comes back with what was said of its duties.
      draft.remarksOnDuties().keySet().stream()
          .filter(id -> !list.ids().contains(id))
          .forEach(id -> remarks.put(id, draft.remarksOnDuties().get(id)));
    }
    return PlanContentBuilder.builder(settled).remarksOnDuties(remarks).build();
  }

  private Facts.Organisation facts(Answers answers) {
    var described = organisation.described(answers);
    rules.checkPlaces("establishments", described.establishments());
    var facts =
        new Facts.Organisation(
            Facts.Role.valueOf(answers.needText("role")),
            described.establishments(),
            described.mainEstablishment(),
            described.sectors(),
            described.attributes());
    rules.check(Facts.first(null, facts));
    return facts;
  }

  private static boolean isWhatWasShown(PlanContent before, PlanContent after) {
    return before.facts().equals(after.facts()) && before.residences().equals(after.residences());
  }

  private static Map<String, String> remarks(Answers answers, DutyList list) {
    var remarks = new LinkedHashMap<String, String>();
    for (var line : Lines.of(answers, "remarks")) {
      var id = list.id(line.part(0));
      if (id.isEmpty()) {
        throw new IllegalArgumentException(
            "remarks: line %d: there is no number '%s' above; write number; remark"
                .formatted(line.number(), line.part(0)));
      }
      if (line.parts().size() != 2 || line.part(1).isEmpty()) {
        throw new IllegalArgumentException(
            "remarks: line %d: write number; remark, without a further semicolon"
                .formatted(line.number()));
      }
      if (remarks.put(id.get(), line.part(1)) != null) {
        throw new IllegalArgumentException(
            "remarks: line %d: number %s has a remark already, please write both into one line"
                .formatted(line.number(), line.part(0)));
      }
    }
    return remarks;
  }

  private static String remarks(DutyList list) {
    return list.ids().stream()
        .filter(list.remarks()::containsKey)
        .map(id -> Lines.line(String.valueOf(list.number(id)), list.remarks().get(id)))
        .collect(joining("\n"));
  }

  /** What the tables do not know and legal has to find out. */
  private String gaps(PlanContent draft, DutyList list) {
    var gaps =
        Stream.of(placesWithoutLaw(draft), withoutWay(list), notCertain(list))
            .flatMap(Optional::stream)
            .map(gap -> "* " + CaseSheet.plain(gap))
            .collect(joining("\n"));
    return gaps.isEmpty() ? "" : catalogue.of("### What the tables do not know") + "\n" + gaps;
  }

  private Optional<String> placesWithoutLaw(PlanContent draft) {
    return named(
        "the tables have no law of this place",
        Stream.concat(draft.facts().establishments().stream(), draft.residences().stream())
            .sorted()
            .filter(place -> alone(draft, Set.of(place)).isEmpty()));
  }

  private List<Requirement> alone(PlanContent draft, Set<String> place) {
    return baseline.requirementsFor(draft.facts().establishedIn(place), place);
  }

  private Optional<String> withoutWay(DutyList list) {
    return numbered(
        "nobody has written down how the authorities of these numbers are told",
        list,
        duty -> duty.recipient() == Duty.Recipient.AUTHORITY && duty.howToTell().isEmpty());
  }

  private Optional<String> notCertain(DutyList list) {
    return numbered(
        "the tables are not certain of these numbers",
        list,
        duty -> duty.confidence().equals("low"));
  }

  private Optional<String> numbered(String what, DutyList list, Predicate<Duty> which) {
    return named(
        what,
        list.duties().stream()
            .map(Requirement::duty)
            .filter(which)
            .map(duty -> String.valueOf(list.number(duty.id()))));
  }

  private Optional<String> named(String what, Stream<String> which) {
    var all = which.distinct().collect(joining(", "));
    return all.isEmpty() ? Optional.empty() : Optional.of(catalogue.of(what) + ": " + all);
  }
}
