package breachresponse.workflow.staff;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toSet;

import breachresponse.identity.Subjects;
import breachresponse.plan.Plans;
import breachresponse.workflow.engine.Unrestricted;
import breachresponse.workflow.staff.TeamChanges.Membership;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of people whom the identity provider knows. They are accounts like all others, so
 * that tasks, mails and forms find those people while they are away; nobody knows a password of
 * them, and their groups are those of the last log-in.
 */
@Component
public class SubjectAccounts {

  /** The name is somebody else's here, or can't be one. */
  public static class NameRefused extends RuntimeException {}

  /** The account was deleted, and no administrator has made it anew. */
  public static class ShutOut extends RuntimeException {}

  /** As the engine is told to take it, in {@code userResourceWhitelistPattern}. */
  private static final String NAME = "[a-zA-Z0-9._-]{1,64}";

  private final IdentityService identities;
  private final Subjects subjects;
  private final TeamAccounts team;
  private final Handover handover;
  private final Plans plans;
  private final Passwords passwords;
  private final Unrestricted engine;

  SubjectAccounts(
      IdentityService identities,
      Subjects subjects,
      TeamAccounts team,
      Handover handover,
      Plans plans,
      Passwords passwords,
      Unrestricted engine) {
    this.identities = identities;
    this.subjects = subjects;
    this.team = team;
    this.handover = handover;
    this.plans = plans;
    this.passwords = passwords;
    this.engine = engine;
  }

  /**
   * Has the account of the person be in these groups and no other. Who comes for the first time
   * gets an account, or the one that the response plan has made for them; without any group nobody
   * gets one.
   *
   * @return the account; none if there are no groups
   * @throws NameRefused if the first log-in finds the name taken, or of other characters than names
   *     have here
   * @throws ShutOut if their account was deleted, until there is one of that name and their address
   */
  @Transactional
  public Optional<String> admit(Newcomer person, Set<String> groups) {
    return engine.ask(
        () -> {
          var known = subjects.account(person.subject());
          if (known.isEmpty() && groups.isEmpty()) {
            return Optional.empty();
          }
          known.ifPresent(account -> comeBack(account, person));
          var account = known.orElseGet(() -> join(person));
          describe(account, person);
          follow(account, groups);
          return Optional.of(account).filter(nothing -> !groups.isEmpty());
        });
  }

  private String join(Newcomer person) {
    var found = account(person.name());
    if (!person.name().matches(NAME)
        || subjects.of(person.name()).isPresent()
        || found.isPresent() && !(team.hasMade(found.get()) && isMeantFor(person, found.get()))) {
      throw new NameRefused();
    }
    found.ifPresent(this::closeToPasswords);
    subjects.add(person.subject(), person.name());
    return person.name();
  }

  private void comeBack(String name, Newcomer person) {
    var account = account(name).orElseThrow(ShutOut::new);
    if (subjects.isShutOut(person.subject())) {
      if (!isMeantFor(person, account)) {
        throw new ShutOut();
      }
      closeToPasswords(account);
      subjects.letIn(person.subject());
    }
  }

  /** By the address alone, which the provider must vouch for; nobody becomes an administrator. */
  private boolean isMeantFor(Newcomer person, User account) {
    return person.emailIsTheirs()
        && !person.email().isBlank()
        && person.email().equalsIgnoreCase(account.getEmail())
        && !team.isAdministrator(account.getId());
  }

  private void closeToPasswords(User account) {
    account.setPassword(passwords.nobodyKnows(account));
    identities.saveUser(account);
  }

  private void describe(String id, Newcomer person) {
    var account = account(id);
    var user = account.orElseGet(() -> identities.newUser(id));
    user.setFirstName(person.firstName());
    user.setLastName(person.lastName());
    // a provider that says none any more takes none away: mails of tasks go there
    if (!person.email().isBlank()) {
      user.setEmail(person.email());
    }
    if (account.isEmpty()) {
      user.setPassword(passwords.nobodyKnows(user));
    }
    identities.saveUser(user);
  }

  private Optional<User> account(String id) {
    return Optional.ofNullable(identities.createUserQuery().userId(id).singleResult());
  }

  /** What they had claimed for a group that they have left is given back. */
  private void follow(String account, Set<String> groups) {
    var before =
        identities.createGroupQuery().groupMember(account).unlimitedList().stream()
            .map(Group::getId)
            .collect(toSet());
    var changes =
        new TeamChanges(
            List.of(),
            groups.stream()
                .filter(not(before::contains))
                .map(group -> new Membership(account, group))
                .toList(),
            before.stream()
                .filter(not(groups::contains))
                .map(group -> new Membership(account, group))
                .toList(),
            List.of());
    changes.joined().forEach(m -> identities.createMembership(m.person(), m.group()));
    changes.left().forEach(m -> identities.deleteMembership(m.person(), m.group()));
    handover.after(changes, plans.inForce().content());
  }
}
