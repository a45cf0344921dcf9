package breachresponse.workflow.planning;

import static java.util.stream.Collectors.joining;

import breachresponse.language.Catalogue;
import breachresponse.notice.TextChanges;
import breachresponse.plan.PlanContent;
import breachresponse.plan.Plans;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.staff.People;
import breachresponse.workflow.staff.TeamAccounts;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What those who sign a plan see of it, beside its text. */
@Component
public class PlanSheet {

  private final Plans plans;
  private final SignOffs signOffs;
  private final TeamAccounts accounts;
  private final People people;
  private final Catalogue catalogue;

  PlanSheet(
      Plans plans, SignOffs signOffs, TeamAccounts accounts, People people, Catalogue catalogue) {
    this.plans = plans;
    this.signOffs = signOffs;
    this.accounts = accounts;
    this.people = people;
    this.catalogue = catalogue;
  }

  /** What the sign form shows of a document if it is a plan; else nothing. */
  public Map<String, Object> signing(UUID documentId) {
    return plans
        .ofDocument(documentId)
        .map(
            version ->
                Map.<String, Object>of(
                    "changes", changes(documentId), "accounts", accounts(version.content())))
        .orElse(Map.of());
  }

  /** What the plan will do to the accounts of the staff. */
  private String accounts(PlanContent plan) {
    return accounts.changes(plan).inWords(people::inFull).stream()
        .map(catalogue::of)
        .map(line -> "* " + CaseSheet.plain(line))
        .collect(joining("\n"));
  }

  private String changes(UUID documentId) {
    return plans
        .inForce()
        .documentId()
        .map(
            earlier ->
                TextChanges.between(
                    asRead(signOffs.get(earlier).content()),
                    asRead(signOffs.get(documentId).content())))
        .orElse("");
  }

  /** A booklet is Markdown, in which what people wrote is escaped. */
  private static String asRead(String booklet) {
    return booklet.replaceAll("\\\\(?=\\p{Punct})", "");
  }
}
