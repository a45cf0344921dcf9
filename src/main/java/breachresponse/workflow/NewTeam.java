package breachresponse.workflow;

import breachresponse.delivery.StaffMail;
import breachresponse.plan.PlanVersion;
import breachresponse.workflow.staff.Handover;
import breachresponse.workflow.staff.TeamAccounts;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has accounts and tasks follow a plan that comes into force, and tells what that has changed. */
@Component
class NewTeam {

  private final TeamAccounts accounts;
  private final Handover handover;
  private final Members members;
  private final StaffMail mail;

  NewTeam(TeamAccounts accounts, Handover handover, Members members, StaffMail mail) {
    this.accounts = accounts;
    this.handover = handover;
    this.members = members;
    this.mail = mail;
  }

  @Transactional
  public void follow(PlanVersion version) {
    var plan = version.content();
    var changes = accounts.follow(plan);
    var news =
        Stream.concat(changes.inWords().stream(), handover.after(changes, plan).stream()).toList();
    if (!news.isEmpty()) {
      mail.post(
          readers(version),
          "The team follows version %d of the response plan".formatted(version.number()),
          "* " + String.join("\n* ", news));
    }
  }

  /** Administrators give new accounts their passwords. */
  private List<String> readers(PlanVersion version) {
    return Stream.concat(
            version.content().team().stream(), members.addresses(List.of(Groups.CAMUNDA_ADMIN)))
        .distinct()
        .toList();
  }
}
