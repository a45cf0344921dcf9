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

  /** One line for each, as people read it; none if all is as the plan has it. */
  public List<String> inWords() {
    return Stream.of(
            opened.stream()
                .map(
                    person ->
                        "%s (%s) gets an account, an administrator gives it a password"
                            .formatted(person.name(), person.id())),
            inWords("joins", joined),
            inWords("leaves", left),
            closed.stream()
                .map(
                    person ->
                        "%s can't log in any more, the plan had made the account"
                            .formatted(person)))
        .flatMap(lines -> lines)
        .toList();
  }

  private static Stream<String> inWords(String verb, Collection<Membership> memberships) {
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
                "%s %s: %s"
                    .formatted(
                        person.getKey(),
                        verb,
                        person.getValue().stream().sorted().collect(joining(", "))));
  }
}
