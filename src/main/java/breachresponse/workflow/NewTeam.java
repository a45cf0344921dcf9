package breachresponse.workflow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import breachresponse.delivery.StaffMail;
import breachresponse.language.Catalogue;
import breachresponse.plan.PlanVersion;
import breachresponse.workflow.staff.Handover;
import breachresponse.workflow.staff.People;
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
  private final People people;
  private final Handover handover;
  private final Members members;
  private final StaffMail mail;
  private final Catalogue catalogue;

  NewTeam(
      TeamAccounts accounts,
      People people,
      Handover handover,
      Members members,
      StaffMail mail,
      Catalogue catalogue) {
    this.accounts = accounts;
    this.people = people;
    this.handover = handover;
    this.members = members;
    this.mail = mail;
    this.catalogue = catalogue;
  }

  @Transactional
  public void follow(PlanVersion version) {
    var plan = version.content();
    var changes = accounts.follow(plan);
    var handedOver = handover.after(changes, plan);
    tell(
        readers(version),
        version,
        Stream.concat(
                changes.inWords(people::inFull).stream(),
                handedOver.stream()
                    .filter(line -> line.restrictedCase().isEmpty())
                    .map(Handover.Line::words))
            .toList());
    handedOver.stream()
        .filter(line -> line.restrictedCase().isPresent())
        .collect(
            groupingBy(
                line -> line.restrictedCase().orElseThrow(),
                mapping(Handover.Line::words, toList())))
        .forEach(
            (caseNumber, lines) -> tell(members.mayKnow(caseNumber, List.of()), version, lines));
  }

  private void tell(List<String> to, PlanVersion version, List<String> news) {
    if (!news.isEmpty()) {
      mail.post(
          to,
          catalogue
              .of("The team follows version %d of the response plan")
              .formatted(version.number()),
          news.stream().map(catalogue::of).map("* "::concat).collect(joining("\n")));
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
