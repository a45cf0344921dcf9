package breachresponse.workflow.planning;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import breachresponse.language.Catalogue;
import breachresponse.obligation.LegalBaseline;
import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanVersion;
import breachresponse.plan.ResponsePlan.Person;
import breachresponse.plan.ResponsePlan.PointOfContact;
import breachresponse.plan.ResponsePlan.Seat;
import breachresponse.plan.ResponsePlan.Targets;
import breachresponse.plan.ResponsePlan.Wording;
import breachresponse.plan.Role;
import breachresponse.workflow.decisions.TableText;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.OrganisationForm;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.staff.People;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The whole plan in words of the installation's language: what is signed, and what is printed to
 * have on paper when the systems are down.
 */
@Component
public class Booklet {

  private static final Map<String, String> AUDIENCES =
      Map.of("press", "Press", "authorities", "Authorities", "partners", "Partners");

  private static final Map<String, String> CHANNELS =
      Map.of(
          "email", "Email to each customer",
          "blog", "Public page and feed",
          "wordpress", "WordPress",
          "x", "X",
          "facebook", "Facebook page",
          "mastodon", "Mastodon",
          "bluesky", "Bluesky",
          "linkedin", "LinkedIn",
          "webhook", "Webhook");

  private final LegalBaseline baseline;
  private final OrganisationForm organisation;
  private final TableText tables;
  private final People people;
  private final Words words;
  private final Catalogue catalogue;
  private final Template template;

  Booklet(
      LegalBaseline baseline,
      OrganisationForm organisation,
      TableText tables,
      People people,
      Words words,
      Catalogue catalogue)
      throws IOException {
    this.baseline = baseline;
    this.organisation = organisation;
    this.tables = tables;
    this.people = people;
    this.words = words;
    this.catalogue = catalogue;
    this.template =
        Mustache.compiler()
            .emptyStringIsFalse(true)
            .withEscaper(CaseSheet::plain)
            .compile(
                new ClassPathResource("plan/booklet.md")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(catalogue::of)
                    .collect(joining("\n", "", "\n")));
  }

  /** The version as it stands, with the tables and laws as they are deployed now; in Markdown. */
  public String of(PlanVersion version) {
    var plan = version.content();
    var shown = new LinkedHashMap<String, Object>();
    shown.put("organisation", plan.organisation());
    shown.put("number", version.number());
    shown.put("reason", catalogue.ofEach(version.reason(), "; "));
    shown.put("author", version.isOpenedByItself() ? "" : people.name(version.openedBy()));
    shown.put("begun", words.at(version.openedAt(), plan.zone()));
    shown.put("sha256", version.sha256());
    shown.put("seats", seats(plan));
    shown.put("team", String.join(", ", plan.team()));
    shown.put("contact", plan.contact());
    shown.put("points", plan.pointsOfContact().stream().map(this::point).toList());
    shown.put(
        "channels",
        plan.channels().stream()
            .map(
                channel ->
                    Map.of(
                        "name", catalogue.of(CHANNELS.get(channel.name())),
                        "owner", title(channel.owner()),
                        "account", channel.account()))
            .toList());
    shown.put("voice", catalogue.of(sentence(plan.voice().name())));
    shown.put("sender", plan.sender());
    shown.put("wording", wording(plan.wording()));
    shown.put(
        "statements",
        plan.holdingStatements().stream()
            .map(
                statement ->
                    Map.of(
                        "language", catalogue.language(statement.language()),
                        "level", statement.level(),
                        "quoted", quoted(statement.text())))
            .toList());
    shown.put("targets", targets(plan.targets()));
    shown.put("scale", tables.of("criticalityScale"));
    shown.put("criticality", tables.of("criticality"));
    shown.put("disclosure", tables.of("disclosure"));
    shown.put("organisationInWords", organisation.inWords(plan.facts()));
    shown.put("residences", plan.residences().stream().sorted().collect(joining(", ")));
    shown.put("substituteThreshold", plan.substituteThreshold().toPlainString());
    shown.put(
        "duties",
        new DutyList(
                baseline.requirementsFor(plan.facts(), plan.residences()), plan.remarksOnDuties())
            .inWords(catalogue::of));
    return template.execute(shown);
  }

  private List<Map<String, Object>> seats(PlanContent plan) {
    var people = plan.people().stream().collect(toMap(Person::id, Function.identity()));
    return plan.seats().stream().map(seat -> seat(seat, people)).toList();
  }

  private Map<String, Object> seat(Seat seat, Map<String, Person> people) {
    return Map.of(
        "role", title(seat.role()),
        "first", people.get(seat.first()),
        "deputies", seat.deputies().stream().map(people::get).toList());
  }

  private String title(String role) {
    return catalogue.of(Role.title(role));
  }

  private Map<String, Object> point(PointOfContact point) {
    return Map.of(
        "audience", catalogue.of(AUDIENCES.get(point.audience())),
        "name", point.name(),
        "email", point.email(),
        "phone", point.phone());
  }

  private List<String> wording(Wording wording) {
    return Stream.of(
            wording.greetings().entrySet().stream().flatMap(in -> said("Letters begin", in)),
            wording.closings().entrySet().stream().flatMap(in -> said("Letters end", in)),
            said("Words that we use", String.join(", ", wording.preferred())),
            said("Words that we do not use", String.join(", ", wording.avoided())))
        .flatMap(line -> line)
        .toList();
  }

  private Stream<String> said(String what, Map.Entry<String, String> in) {
    return said(
        "%s (%s)".formatted(catalogue.of(what), catalogue.language(in.getKey())), in.getValue());
  }

  private Stream<String> said(String what, String words) {
    return words.isEmpty() ? Stream.empty() : Stream.of(catalogue.of(what) + ": " + words);
  }

  private List<Map<String, String>> targets(Targets targets) {
    return List.of(
        target("An answer that a case asks of the team", targets.answer()),
        target("What the law wants without undue delay", targets.withoutUndueDelay()),
        target("A signature, before the deputy is asked as well", targets.signature()),
        target("A hold without an end, before it is asked about again", targets.holdReview()),
        target("The emergency release, before the law's deadline", targets.emergency()));
  }

  private Map<String, String> target(String what, Duration within) {
    return Map.of("what", catalogue.of(what), "within", inWords(within));
  }

  private String inWords(Duration within) {
    if (within.toDays() > 3 && within.toHours() % 24 == 0) {
      return catalogue.of("%d days").formatted(within.toDays());
    }
    return within.toMinutes() % 60 == 0
        ? catalogue.of(within.toHours() == 1 ? "%d hour" : "%d hours").formatted(within.toHours())
        : catalogue.of("%d minutes").formatted(within.toMinutes());
  }

  private static String sentence(String constant) {
    var words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String quoted(String text) {
    return text.lines().map(line -> "> " + line).collect(joining("\n"));
  }
}
