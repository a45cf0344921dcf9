package breachresponse.workflow.planning;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import breachresponse.delivery.MailAddress;
import breachresponse.plan.Completeness;
import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.plan.ResponsePlan.Person;
import breachresponse.plan.ResponsePlan.Seat;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.planning.Lines.Line;
import breachresponse.workflow.staff.TeamAccounts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who answers a breach: first and deputy of each role, and how to reach them. */
@Component
class EstablishTheTeam implements PlanSection {

  private static final Pattern ID = Pattern.compile("[a-z0-9._-]{2,64}");
  private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ()/-]{4,30}");

  private final TeamAccounts accounts;

  EstablishTheTeam(TeamAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public String task() {
    return "establishTheTeam";
  }

  @Override
  public Map<String, Object> shown(PlanContent draft) {
    var shown = new HashMap<String, Object>();
    shown.put(
        "holders",
        accounts.holders().stream().map(CaseSheet::plain).collect(joining("\n* ", "* ", "")));
    shown.put("organisation", draft.organisation());
    shown.put("team", String.join(", ", draft.team()));
    shown.put("people", draft.people().stream().map(EstablishTheTeam::line).collect(joining("\n")));
    shown.put("named", draft.people().stream().map(EstablishTheTeam::choice).toList());
    for (var seat : draft.seats()) {
      shown.put(
          field(seat.role()),
          Stream.concat(Stream.of(seat.first()), seat.deputies().stream()).toList());
    }
    return shown;
  }

  @Override
  public PlanContent settled(PlanContent draft, Answers answers) {
    var people = Lines.of(answers, "people").stream().map(this::person).toList();
    refuseTwice(people);
    var known = people.stream().map(Person::id).collect(toSet());
    return PlanContentBuilder.builder(draft)
        .organisation(answers.needText("organisation"))
        .team(addresses(answers))
        .people(people)
        .seats(
            Completeness.ROLES.stream()
                .flatMap(role -> seat(role, answers, known).stream())
                .toList())
        .build();
  }

  private static List<String> addresses(Answers answers) {
    var addresses = words(answers.needText("team"));
    for (var address : addresses) {
      if (!MailAddress.mayBe(address)) {
        throw new IllegalArgumentException(
            "team: '%s' is no mail address, write it like team@example.org".formatted(address));
      }
    }
    return addresses;
  }

  private static java.util.Optional<Seat> seat(String role, Answers answers, Set<String> known) {
    var ids = answers.list(field(role)).stream().map(String::strip).toList();
    if (ids.isEmpty()) {
      return java.util.Optional.empty();
    }
    for (var id : ids) {
      if (!known.contains(id)) {
        throw new IllegalArgumentException(
            "%s: '%s' is not among the people, please add a line for them or correct the name"
                .formatted(field(role), id));
      }
    }
    if (Set.copyOf(ids).size() < ids.size()) {
      throw new IllegalArgumentException(
          "%s: nobody can be their own deputy, please name each person once"
              .formatted(field(role)));
    }
    return java.util.Optional.of(new Seat(role, ids.get(0), ids.subList(1, ids.size())));
  }

  private Person person(Line line) {
    var person = new Person(line.part(0), line.part(1), line.part(2), line.part(3), line.part(4));
    refuse(
        line,
        !ID.matcher(person.id()).matches(),
        "the name to log in with, '%s', needs 2 to 64 small letters, digits, dots or dashes"
            .formatted(person.id()));
    refuse(
        line,
        accounts.isAdministrator(person.id()),
        "'%s' administers the accounts and takes no role, please name another account of theirs"
            .formatted(person.id()));
    refuse(line, person.name().isEmpty(), "the name is missing");
    refuse(
        line,
        !MailAddress.mayBe(person.email()),
        "'%s' is no mail address, write one like ana@example.org".formatted(person.email()));
    refuse(
        line,
        !PHONE.matcher(person.phone()).matches(),
        "'%s' is no phone number, write it like +49 30 1234567".formatted(person.phone()));
    refuse(
        line,
        !person.otherAddress().isEmpty() && !MailAddress.mayBe(person.otherAddress()),
        "'%s' is no mail address, write one like ana@example.org".formatted(person.otherAddress()));
    refuse(line, line.parts().size() > 5, "there are more than five parts");
    return person;
  }

  private static void refuse(Line line, boolean wrong, String why) {
    if (wrong) {
      throw new IllegalArgumentException(
          "people: line %d: %s; write name to log in with; name; mail; phone; other address"
              .formatted(line.number(), why));
    }
  }

  private static void refuseTwice(List<Person> people) {
    var seen = new HashSet<String>();
    for (var person : people) {
      if (!seen.add(person.id())) {
        throw new IllegalArgumentException(
            "people: '%s' is there twice, please leave one line".formatted(person.id()));
      }
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s,;]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static String line(Person person) {
    return Lines.line(
        person.id(), person.name(), person.email(), person.phone(), person.otherAddress());
  }

  /** As the form has it, too, once somebody types. */
  private static Map<String, String> choice(Person person) {
    return Map.of("label", "%s (%s)".formatted(person.name(), person.id()), "value", person.id());
  }

  /** The form's field of a role: {@code coreIt}. */
  private static String field(String role) {
    var words = role.split("-");
    return words.length == 1
        ? role
        : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
  }
}
