package breachresponse.workflow;

import breachresponse.incident.CaseNumber;
import breachresponse.language.Catalogue;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.Holds.EndAsked;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.staff.People;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What forms show of a hold of law enforcement. */
@Component
class HoldSheet {

  private final Holds holds;
  private final CaseSheet caseSheet;
  private final Words words;
  private final ResponsePlan plan;
  private final Catalogue catalogue;
  private final People people;

  HoldSheet(
      Holds holds,
      CaseSheet caseSheet,
      Words words,
      ResponsePlan plan,
      Catalogue catalogue,
      People people) {
    this.holds = holds;
    this.caseSheet = caseSheet;
    this.words = words;
    this.plan = plan;
    this.catalogue = catalogue;
    this.people = people;
  }

  Map<String, Object> of(CaseNumber caseNumber) {
    return Map.of(
        "hold",
            holds
                .inForce(caseNumber)
                .map(caseSheet::inWords)
                .orElseGet(() -> catalogue.of("It has ended.")),
        "endAsked",
            holds
                .inForce(caseNumber)
                .flatMap(hold -> holds.endAsked(caseNumber))
                .map(this::inWords)
                .orElse(""));
  }

  private String inWords(EndAsked asked) {
    return "%s%s: %s"
        .formatted(
            CaseSheet.plain(people.name(asked.askedBy())),
            asked
                .endsAt()
                .map(
                    end ->
                        catalogue
                            .of(", that it ends %s")
                            .formatted(words.deadline(end.toInstant(), plan.zone())))
                .orElseGet(() -> catalogue.of(", that it has ended")),
            CaseSheet.plain(asked.reason()));
  }
}
