package breachresponse.workflow.staff;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import breachresponse.plan.ResponsePlan.Person;
import breachresponse.plan.Role;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a version of the plan changes about who may do what.
 *
 * @param opened who has no account yet
 * @param closed whose account, which an earlier version made, lets nobody in any more
 */
public record TeamChanges(
    List<Person> opened, List<Membership> joined, List<Membership> left, List<String> closed) {

  /** By the name to log in with and the group's id. */
  record Membership(String person, String group) {}

  /**
   * One line for each, as people read it; none if all is as the plan has it.
   *
   * @param names what the person of an account is called
   */
  public List<String> inWords(UnaryOperator<String> names) {
    return Stream.of(
            opened.stream()
                .map(TeamChanges::inFull)
                .map("%s gets an account, an administrator gives it a password"::formatted),
            inWords("%s joins these groups: %s", joined, names),
            inWords("%s leaves these groups: %s", left, names),
            closed.stream()
                .map(names)
                .map("%s can't log in any more, the plan had made the account"::formatted))
        .flatMap(lines -> lines)
        .toList();
  }

  private Stream<String> inWords(
      String sentence, Collection<Membership> memberships, UnaryOperator<String> names) {
    return memberships.stream()
        .collect(
            groupingBy(
                Membership::person,
                TreeMap::new,
                mapping(membership -> Role.title(membership.group()), toList())))
        .entrySet()
        .stream()
        .map(
            person ->
                sentence.formatted(
                    called(person.getKey(), names),
                    person.getValue().stream().sorted().collect(joining(", "))));
  }

  /** Who gets an account has none yet that knows the name. */
  private String called(String id, UnaryOperator<String> names) {
    return opened.stream()
        .filter(person -> person.id().equals(id))
        .map(TeamChanges::inFull)
        .findFirst()
        .orElseGet(() -> names.apply(id));
  }

  private static String inFull(Person person) {
    return "%s (%s)".formatted(person.name(), person.id());
  }
}
