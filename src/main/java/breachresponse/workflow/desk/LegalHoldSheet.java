package breachresponse.workflow.desk;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.LegalHold;
import breachresponse.incident.LegalHolds;
import breachresponse.language.Catalogue;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.staff.People;
import java.util.List;
import org.springframework.stereotype.Component;

/** What forms show of legal holds, in Markdown. */
@Component
public class LegalHoldSheet {

  private final LegalHolds holds;
  private final Words words;
  private final ResponsePlan plan;
  private final People people;
  private final Catalogue catalogue;

  LegalHoldSheet(
      LegalHolds holds, Words words, ResponsePlan plan, People people, Catalogue catalogue) {
    this.holds = holds;
    this.words = words;
    this.plan = plan;
    this.people = people;
    this.catalogue = catalogue;
  }

  /** One for each hold that is open. */
  List<String> lines(CaseNumber caseNumber) {
    return holds.open(caseNumber).stream().map(this::line).toList();
  }

  private String line(LegalHold hold) {
    return catalogue
        .of("**Under legal hold since %s:** nothing of this case may be destroyed. %s, %s")
        .formatted(
            words.at(hold.putAt(), plan.zone()), demander(hold), CaseSheet.plain(hold.reference()));
  }

  /** Who demands it and why, and who has put it on the case when. */
  public String of(LegalHold hold) {
    return catalogue
        .of(
            """
            * Demanded by: %s, %s
            * Since: %s
            * Put on the case by: %s
            * Reason: %s
            """)
        .formatted(
            demander(hold),
            CaseSheet.plain(hold.reference()),
            words.at(hold.putAt(), plan.zone()),
            CaseSheet.plain(people.name(hold.putBy())),
            CaseSheet.plain(hold.reason()));
  }

  private String demander(LegalHold hold) {
    return catalogue.of(hold.demandedBy().title());
  }
}
