package breachresponse.workflow.staff;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN;

import breachresponse.plan.Completeness;
import breachresponse.plan.PlanContent;
import breachresponse.plan.Plans;
import breachresponse.plan.ResponsePlan.Person;
import breachresponse.plan.ResponsePlan.Seat;
import breachresponse.plan.Role;
import breachresponse.workflow.engine.Unrestricted;
import breachresponse.workflow.staff.TeamChanges.Membership;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * Makes the engine's accounts and groups agree with the seats of a plan. Who fills a role is its
 * group, all of it; other groups, administrators, and the passwords of accounts that no plan made
 * are left alone, and no account is ever deleted.
 */
@Component
public class TeamAccounts {

  /** A note of the engine's on an account that a plan made: whether its person is in the team. */
  private static final String NOTE = "responsePlan";

  private static final String IN = "in the team";
  private static final String OUT = "has left";
  private static final String TEAM = Role.INCIDENT_TEAM.group();

  private final IdentityService identities;
  private final Plans plans;
  private final People people;
  private final Unrestricted engine;
  private final Passwords passwords;

  TeamAccounts(
      IdentityService identities,
      Plans plans,
      People people,
      Unrestricted engine,
      Passwords passwords) {
    this.identities = identities;
    this.plans = plans;
    this.people = people;
    this.engine = engine;
    this.passwords = passwords;
  }

  /** What {@link #follow} would change now. */
  public TeamChanges changes(PlanContent plan) {
    return engine.ask(() -> changesOf(plan));
  }

  /** Follows the plan in the caller's transaction; what agrees already stays as it is. */
  public TeamChanges follow(PlanContent plan) {
    return engine.ask(
        () -> {
          var changes = changesOf(plan);
          var accounts = accounts(seated(plan));
          seatedPeople(plan).forEach(person -> keep(person, accounts));
          changes.joined().forEach(m -> identities.createMembership(m.person(), m.group()));
          changes.left().forEach(m -> identities.deleteMembership(m.person(), m.group()));
          changes.closed().forEach(this::close);
          return changes;
        });
  }

  /** Who fills each role now, a line each, as people read it. */
  public List<String> holders() {
    return engine.ask(
        () ->
            Completeness.ROLES.stream()
                .map(
                    role ->
                        "%s: %s"
                            .formatted(
                                Role.title(role),
                                members(role).stream()
                                    .sorted()
                                    .map(people::inFull)
                                    .collect(collectingAndThen(joining(", "), TeamAccounts::some))))
                .toList());
  }

  private static String some(String people) {
    return people.isEmpty() ? "nobody" : people;
  }

  /** Whether a plan has made the account. */
  boolean hasMade(User account) {
    return identities.getUserInfo(account.getId(), NOTE) != null;
  }

  /** Whether the account administers the others, which is no plan's business. */
  public boolean isAdministrator(String person) {
    return engine.ask(() -> members(CAMUNDA_ADMIN).contains(person));
  }

  private TeamChanges changesOf(PlanContent plan) {
    var administrators = members(CAMUNDA_ADMIN);
    var seated = seated(plan);
    var known = accounts(seated).stream().map(User::getId).collect(toSet());
    var wanted =
        wanted(plan).filter(membership -> !administrators.contains(membership.person())).toList();
    var given = given(plan).toList();
    return new TeamChanges(
        seatedPeople(plan).filter(person -> !known.contains(person.id())).toList(),
        wanted.stream().filter(not(given::contains)).toList(),
        given.stream()
            .filter(not(wanted::contains))
            .filter(membership -> !administrators.contains(membership.person()))
            .toList(),
        everNamed()
            .filter(not(seated::contains))
            .filter(not(administrators::contains))
            .filter(person -> IN.equals(identities.getUserInfo(person, NOTE)))
            .toList());
  }

  private static Stream<Membership> wanted(PlanContent plan) {
    return Stream.concat(
        plan.seats().stream()
            .flatMap(seat -> people(seat).map(person -> new Membership(person, seat.role()))),
        seated(plan).stream().map(person -> new Membership(person, TEAM)));
  }

  /** All members of the roles; of the incident team, which others belong to as well, the plan's. */
  private Stream<Membership> given(PlanContent plan) {
    var seated = seated(plan);
    var named = everNamed().collect(toSet());
    Predicate<String> isOfThePlan = person -> seated.contains(person) || named.contains(person);
    return Stream.concat(
        plan.seats().stream()
            .map(Seat::role)
            .flatMap(role -> members(role).stream().map(person -> new Membership(person, role))),
        members(TEAM).stream().filter(isOfThePlan).map(person -> new Membership(person, TEAM)));
  }

  private static Set<String> seated(PlanContent plan) {
    return plan.seats().stream().flatMap(TeamAccounts::people).collect(toSet());
  }

  private static Stream<String> people(Seat seat) {
    return Stream.concat(Stream.of(seat.first()), seat.deputies().stream());
  }

  private static Stream<Person> seatedPeople(PlanContent plan) {
    var seated = seated(plan);
    return plan.people().stream().filter(person -> seated.contains(person.id()));
  }

  /** Whom a version that was in force has named. */
  private Stream<String> everNamed() {
    return plans.versions().stream()
        .filter(version -> version.inForceFrom().isPresent())
        .flatMap(version -> version.content().people().stream())
        .map(Person::id)
        .distinct();
  }

  private Set<String> members(String group) {
    return identities.createUserQuery().memberOfGroup(group).unlimitedList().stream()
        .map(User::getId)
        .collect(toSet());
  }

  private List<User> accounts(Collection<String> people) {
    return people.isEmpty()
        ? List.of()
        : identities.createUserQuery().userIdIn(people.toArray(String[]::new)).unlimitedList();
  }

  private void keep(Person person, Collection<User> accounts) {
    var found = accounts.stream().filter(user -> user.getId().equals(person.id())).findFirst();
    if (found.isEmpty()) {
      var user = describe(identities.newUser(person.id()), person);
      user.setPassword(passwords.nobodyKnows(user));
      identities.saveUser(user);
      identities.setUserInfo(person.id(), NOTE, IN);
    } else if (hasMade(found.get())) {
      identities.saveUser(describe(found.get(), person));
      identities.setUserInfo(person.id(), NOTE, IN);
    }
  }

  private static User describe(User user, Person person) {
    var last = person.name().lastIndexOf(' ') + 1;
    user.setFirstName(person.name().substring(0, last).strip());
    user.setLastName(person.name().substring(last));
    user.setEmail(person.email());
    return user;
  }

  private void close(String person) {
    var user = identities.createUserQuery().userId(person).singleResult();
    user.setPassword(passwords.nobodyKnows(user));
    identities.saveUser(user);
    identities.setUserInfo(person, NOTE, OUT);
  }
}
