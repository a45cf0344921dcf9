package breachresponse.workflow.planning;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import breachresponse.incident.Facts;
import breachresponse.incident.FactsRules;
import breachresponse.obligation.Duty;
import breachresponse.obligation.LegalBaseline;
import breachresponse.obligation.Requirement;
import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.OrganisationForm;
import breachresponse.workflow.forms.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which laws reach the organisation, by where it is and where its customers live. */
@Component
class ReviewLegalObligations implements PlanSection {

  private final LegalBaseline baseline;
  private final OrganisationForm organisation;
  private final FactsRules rules;

  ReviewLegalObligations(LegalBaseline baseline, OrganisationForm organisation, FactsRules rules) {
    this.baseline = baseline;
    this.organisation = organisation;
    this.rules = rules;
  }

  @Override
  public String task() {
    return "reviewLegalObligations";
  }

  @Override
  public Map<String, Object> shown(PlanContent draft) {
    var duties = baseline.requirementsFor(draft.facts(), draft.residences());
    var shown = new LinkedHashMap<>(organisation.shown(draft.facts()));
    shown.put("role", draft.facts().role().name());
    shown.put("residences", String.join(", ", new TreeSet<>(draft.residences())));
    shown.put("duties", inWords(draft, duties));
    shown.put("gaps", gaps(draft, duties));
    shown.put("remarks", remarks(draft));
    return shown;
  }

  @Override
  public PlanContent settled(PlanContent draft, Answers answers) {
    var described = organisation.described(answers);
    var residences = answers.codes("residences");
    rules.checkPlaces("establishments", described.establishments());
    rules.checkPlaces("residences", residences);
    var facts =
        new Facts.Organisation(
            Facts.Role.valueOf(answers.needText("role")),
            described.establishments(),
            described.mainEstablishment(),
            described.sectors(),
            described.attributes());
    rules.check(Facts.first(null, facts));
    var settled = PlanContentBuilder.builder(draft).facts(facts).residences(residences).build();
    if (answers.is("decision", "accept") && !isWhatWasShown(draft, settled)) {
      throw new IllegalArgumentException(
          "decision: you have changed places or qualities, please have their duties shown before you accept them");
    }
    var duties = baseline.requirementsFor(facts, residences);
    return PlanContentBuilder.builder(settled).remarksOnDuties(remarks(answers, duties)).build();
  }

  private static boolean isWhatWasShown(PlanContent before, PlanContent after) {
    return before.facts().equals(after.facts()) && before.residences().equals(after.residences());
  }

  private static Map<String, String> remarks(Answers answers, List<Requirement> duties) {
    var remarks = new LinkedHashMap<String, String>();
    for (var line : Lines.of(answers, "remarks")) {
      if (duties.stream().noneMatch(required -> required.duty().id().equals(line.part(0)))) {
        throw new IllegalArgumentException(
            "remarks: line %d: there is no row '%s' above; write name of the row; remark"
                .formatted(line.number(), line.part(0)));
      }
      if (line.parts().size() != 2 || line.part(1).isEmpty()) {
        throw new IllegalArgumentException(
            "remarks: line %d: write name of the row; remark, without a further semicolon"
                .formatted(line.number()));
      }
      remarks.put(line.part(0), line.part(1));
    }
    return remarks;
  }

  private static String remarks(PlanContent draft) {
    return draft.remarksOnDuties().entrySet().stream()
        .map(remark -> Lines.line(remark.getKey(), remark.getValue()))
        .collect(joining("\n"));
  }

  /** All duties as a table, with what legal said of them. */
  static String inWords(PlanContent draft, List<Requirement> duties) {
    return duties.isEmpty()
        ? "The tables have no law for these places."
        : "| Place | Who is told | Law | By when | Row | Remark of legal |\n| --- | --- | --- | --- | --- | --- |\n"
            + duties.stream()
                .map(required -> row(required, draft.remarksOnDuties()))
                .collect(joining("\n"));
  }

  private static String row(Requirement required, Map<String, String> remarks) {
    var duty = required.duty();
    return "| %s | %s | %s%s | %s | %s | %s |"
        .formatted(
            duty.jurisdiction(),
            CaseSheet.plain(duty.recipientName()),
            CaseSheet.plain(duty.citation()),
            duty.confidence().equals("low") ? ", **not certain**" : "",
            CaseSheet.plain(required.term().inWords()),
            CaseSheet.plain(duty.id()),
            CaseSheet.plain(Optional.ofNullable(remarks.get(duty.id())).orElse("")));
  }

  /** What the tables do not know and legal has to find out. */
  private String gaps(PlanContent draft, List<Requirement> duties) {
    var gaps =
        Stream.of(placesWithoutLaw(draft), withoutWay(duties), notCertain(duties))
            .flatMap(Optional::stream)
            .map(gap -> "* " + CaseSheet.plain(gap))
            .collect(joining("\n"));
    return gaps.isEmpty() ? "" : "### What the tables do not know\n" + gaps;
  }

  private Optional<String> placesWithoutLaw(PlanContent draft) {
    return listed(
        "the tables have no law of this place",
        Stream.concat(draft.facts().establishments().stream(), draft.residences().stream())
            .filter(place -> alone(draft, Set.of(place)).isEmpty()));
  }

  private List<Requirement> alone(PlanContent draft, Set<String> place) {
    return baseline.requirementsFor(draft.facts().establishedIn(place), place);
  }

  private static Optional<String> withoutWay(List<Requirement> duties) {
    return listed(
        "nobody has written down how this authority is told",
        duties.stream()
            .map(Requirement::duty)
            .filter(duty -> duty.recipient() == Duty.Recipient.AUTHORITY)
            .filter(duty -> duty.howToTell().isEmpty())
            .map(Duty::id));
  }

  private static Optional<String> notCertain(List<Requirement> duties) {
    return listed(
        "this row is not certain",
        duties.stream()
            .map(Requirement::duty)
            .filter(duty -> duty.confidence().equals("low"))
            .map(Duty::id));
  }

  private static Optional<String> listed(String what, Stream<String> which) {
    var all = which.collect(toCollection(TreeSet::new));
    return all.isEmpty() ? Optional.empty() : Optional.of(what + ": " + String.join(", ", all));
  }
}
