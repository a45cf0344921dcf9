package breachresponse.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * An address or a number by which the plan says that somebody is reached.
 *
 * @param role the group that sees to it
 */
public record Contact(String whose, Kind kind, String address, String role) {

  public enum Kind {
    MAIL,
    PHONE
  }

  /** All that the plan names, each once. */
  static List<Contact> of(ResponsePlan plan) {
    return Stream.of(
            plan.people().stream()
                .flatMap(
                    person ->
                        Stream.of(
                            mail(person.name(), person.email(), "senior-leadership"),
                            mail(person.name(), person.otherAddress(), "senior-leadership"),
                            phone(person.name(), person.phone(), "senior-leadership"))),
            plan.team().stream()
                .map(address -> mail("Incident team", address, "senior-leadership")),
            Stream.of(
                mail("For customers", plan.contact().email(), "pr"),
                phone("For customers", plan.contact().phone(), "pr")),
            plan.pointsOfContact().stream()
                .flatMap(
                    point ->
                        Stream.of(
                            mail(point.name(), point.email(), "pr"),
                            phone(point.name(), point.phone(), "pr"))))
        .flatMap(contacts -> contacts)
        .filter(contact -> contact.address() != null && !contact.address().isBlank())
        .distinct()
        .toList();
  }

  private static Contact mail(String whose, String address, String role) {
    return new Contact(whose, Kind.MAIL, address, role);
  }

  private static Contact phone(String whose, String number, String role) {
    return new Contact(whose, Kind.PHONE, number, role);
  }

  /** As people read it. */
  public String inWords() {
    return whose + ", " + address;
  }
}
