package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.delivery.Dispatcher;
import breachresponse.delivery.SmtpSink;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.plan.Completeness;
import breachresponse.plan.Confirmations;
import breachresponse.plan.Lapse;
import breachresponse.plan.Lapse.Kind;
import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.plan.Plans;
import breachresponse.plan.Readiness;
import breachresponse.plan.Readiness.State;
import breachresponse.plan.ResponsePlan.Channel;
import breachresponse.plan.ResponsePlan.Contact;
import breachresponse.plan.ResponsePlan.HoldingStatement;
import breachresponse.plan.ResponsePlan.Person;
import breachresponse.plan.ResponsePlan.PointOfContact;
import breachresponse.plan.ResponsePlan.Seat;
import breachresponse.plan.ResponsePlan.Wording;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.support.ApplicationTest;
import breachresponse.support.PlanAtRest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import breachresponse.workflow.desk.CaseSheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The plan in force is held against what makes it one to rely on. */
@ApplicationTest
class KeepPlanReadyTest {

  private static final Pattern LINK = Pattern.compile("/confirm/[A-Za-z0-9_-]+");

  @Autowired private Staff staff;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService processes;
  @Autowired private RepositoryService repository;
  @Autowired private ManagementService jobs;
  @Autowired private Plans plans;
  @Autowired private SignOffs signOffs;
  @Autowired private Readiness readiness;
  @Autowired private NextVersion next;
  @Autowired private LawWatch lawWatch;
  @Autowired private CaseSheet sheet;
  @Autowired private Incidents incidents;
  @Autowired private Dispatcher dispatcher;
  @Autowired private SmtpSink mails;
  @Autowired private TestRestTemplate web;
  @Autowired private JdbcClient db;
  @Autowired private PlanAtRest atRest;
  @Autowired private Time time;

  @BeforeEach
  void nothing_is_confirmed_or_rehearsed() {
    time.is("2026-03-03T15:00:00Z");
    db.sql("delete from contact_confirmation").update();
    db.sql("delete from confirmation_link").update();
    db.sql("update incident set exercise = false where exercise").update();
    dispatcher.sendDue();
    end();
  }

  @AfterEach
  void others_find_the_plan_of_the_settings() {
    end();
    atRest.restore();
    db.sql("delete from plan_law").update();
    db.sql("update incident set exercise = false where exercise").update();
    time.is("2026-03-03T15:00:00Z");
  }

  @Test
  void a_plan_is_in_force_once_it_is_confirmed_and_rehearsed_and_until_something_lapses() {
    inForce(UnaryOperator.identity());
    assertThat(kinds()).containsOnly(Kind.ADDRESS, Kind.PHONE, Kind.EXERCISE);

    confirmEverything();
    assertThat(kinds()).containsExactly(Kind.EXERCISE);
    assertThat(task("rehearseThePlan")).isNotNull();
    rehearse();
    assertThat(readiness.report().state()).isEqualTo(State.IN_FORCE);
    nextDay();
    assertThat(openTasks()).isEmpty();

    time.passes(Duration.ofDays(90));
    assertThat(readiness.report().state()).isEqualTo(State.LAPSED);
    assertThat(kinds()).containsOnly(Kind.ADDRESS, Kind.PHONE);
  }

  @Test
  void it_is_looked_at_every_day() {
    nextDay();

    assertThat(timer().getDuedate()).isEqualTo(Date.from(Instant.parse("2026-03-05T05:00:00Z")));
  }

  @Test
  void each_lapse_is_one_task_of_whose_it_is_and_is_there_once() {
    inForce(UnaryOperator.identity());
    nextDay();
    nextDay();

    assertThat(openTasks().stream().map(this::nameAndGroup))
        .containsExactlyInAnyOrder(
            "rehearseThePlan senior-leadership",
            "mendThePlan senior-leadership",
            "mendThePlan pr",
            "confirmPhoneNumbers senior-leadership",
            "confirmPhoneNumbers pr");
    assertThat(staff.form(task("rehearseThePlan")).get("lapses").toString())
        .contains("nobody has rehearsed it", "since");
  }

  @Test
  void numbers_are_confirmed_by_who_called_and_the_others_are_asked_again_the_next_day() {
    inForce(UnaryOperator.identity());
    var calls = phones("senior-leadership");
    assertThat(staff.form(calls).get("numbers").toString()).contains("Lena Legal, +49 30 1234561");

    staff.does("sam", calls, Map.of("reached", List.of("Lena Legal, +49 30 1234561")));

    assertThat(phones("senior-leadership")).isNull();
    assertThat(db.sql("select confirmed_by from contact_confirmation").query(String.class).list())
        .containsExactly("sam");
    nextDay();
    assertThat(staff.form(phones("senior-leadership")).get("numbers").toString())
        .contains("Leo Legal")
        .doesNotContain("Lena Legal");
  }

  @Test
  void opening_the_link_confirms_nothing_pressing_the_button_does_and_the_task_ends_by_itself() {
    inForce(UnaryOperator.identity());
    var link = linkTo("press@example.org");

    var page = web.getForEntity(link, String.class);

    assertThat(page.getBody()).contains("press@example.org", "<form method=\"post\">");
    assertThat(page.getHeaders().getFirst("Content-Security-Policy"))
        .contains("default-src 'none'", "form-action 'self'");
    assertThat(page.getHeaders().getCacheControl()).isEqualTo("no-store");
    assertThat(page.getHeaders().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(lapses()).anyMatch(lapse -> lapse.inWords().contains("press@example.org"));

    assertThat(web.postForEntity(link, null, String.class).getBody()).contains("is confirmed");
    assertThat(lapses()).noneMatch(lapse -> lapse.inWords().contains("press@example.org"));
    assertThat(mending("pr")).isNotNull();
    web.postForEntity(linkTo("privacy@example.org"), null, String.class);
    staff.runDueJobs();
    assertThat(mending("pr")).isNull();
  }

  @Test
  void a_link_confirms_one_address_once_for_two_weeks_and_a_guess_nothing() {
    inForce(UnaryOperator.identity());
    var used = linkTo("press@example.org");
    var old = linkTo("privacy@example.org");

    web.postForEntity(used, null, String.class);
    time.passes(Duration.ofHours(1));
    assertThat(web.postForEntity(used, null, String.class).getStatusCode())
        .isEqualTo(HttpStatus.OK);
    assertThat(confirmations()).isEqualTo(1);

    assertThat(web.postForEntity("/confirm/guessed", null, String.class).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    var hash =
        db.sql("select token_sha256 from confirmation_link where used_at is null")
            .query(String.class)
            .list()
            .get(0);
    assertThat(web.postForEntity("/confirm/" + hash, null, String.class).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(old).doesNotContain(hash);

    time.passes(Duration.ofDays(14));
    assertThat(web.getForEntity(old, String.class).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(web.postForEntity(old, null, String.class).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(confirmations()).isEqualTo(1);
  }

  @Test
  void links_are_forgotten_when_their_time_is_over_and_not_before(
      @Autowired Confirmations confirmations) {
    confirmations.forgetOldLinks();
    inForce(UnaryOperator.identity());
    var link = linkTo("press@example.org");
    var out = links();

    time.passes(Duration.ofDays(13));
    confirmations.forgetOldLinks();
    assertThat(links()).isEqualTo(out).isPositive();
    assertThat(web.getForEntity(link, String.class).getStatusCode()).isEqualTo(HttpStatus.OK);

    time.passes(Duration.ofDays(1));
    confirmations.forgetOldLinks();
    assertThat(links()).isZero();
  }

  private int links() {
    return db.sql("select count(*) from confirmation_link").query(Integer.class).single();
  }

  @Test
  void a_link_is_mailed_once_and_again_only_when_it_is_too_old_or_a_confirmation_will_lapse() {
    inForce(UnaryOperator.identity());
    linkTo("press@example.org");
    nextDay();
    assertThat(linksTo("press@example.org")).hasSize(1);

    time.passes(Duration.ofDays(14));
    nextDay();
    var links = linksTo("press@example.org");
    assertThat(links).hasSize(2);
    web.postForEntity(links.get(1), null, String.class);

    time.passes(Duration.ofDays(74));
    nextDay();
    assertThat(linksTo("press@example.org")).hasSize(2);
    nextDay();
    assertThat(linksTo("press@example.org")).hasSize(3);
    assertThat(lapses()).noneMatch(lapse -> lapse.inWords().contains("press@example.org"));
  }

  @Test
  void what_only_a_version_mends_begins_one_and_is_no_task_while_it_is_prepared() {
    inForce(
        content ->
            PlanContentBuilder.builder(content)
                .seats(content.seats().subList(1, content.seats().size()))
                .wording(new Wording(Map.of(), Map.of(), List.of(), List.of("regret")))
                .holdingStatements(List.of(new HoldingStatement(2, "en", "We regret it.")))
                .build());
    assertThat(kinds()).contains(Kind.CONTENT, Kind.TEXT);
    assertThat(lapses())
        .anyMatch(lapse -> lapse.inWords().contains("from level 2 in English says 'regret'"));
    var gap = mending("senior-leadership", "Content of the plan");

    staff.does("sam", gap, Map.of());
    staff.runDueJobs();

    assertThat(preparation().getName()).isEqualTo("Choose what to settle");
    assertThat(staff.form(preparation()).get("state").toString()).contains("Legal has nobody");
    nextDay();
    assertThat(mending("senior-leadership", "Content of the plan")).isNull();
    assertThat(mending("pr", "Prepared messages")).isNotNull();
  }

  @Test
  void an_authority_that_nobody_knows_how_to_tell_is_legals_task_until_legal_has_said_it() {
    var deployment =
        repository
            .createDeployment()
            .addString("authorities.dmn", without(table("authorities"), "\\S+-out[23]"))
            .addString("obligations-europe.dmn", without(europe(), "eu-gdpr-33-sa-out16"))
            .deploy();
    try {
      inForce(UnaryOperator.identity());
      var unknown = lapses().stream().filter(lapse -> lapse.kind() == Kind.AUTHORITY).toList();
      assertThat(unknown).isNotEmpty().allMatch(lapse -> lapse.role().equals("legal"));
      assertThat(unknown.get(0).inWords())
          .endsWith(", GDPR Art 33(1), 33(3), Art 55, Art 56; EDPB Guidelines 9/2022)");
      assertThat(mending("legal", "Authorities")).isNotNull();

      inForce(
          content ->
              PlanContentBuilder.builder(content)
                  .remarksOnDuties(Map.of("eu-gdpr-33-sa", "By registered letter"))
                  .build());

      assertThat(lapses()).extracting(Lapse::inWords).doesNotContain(unknown.get(0).inWords());
    } finally {
      repository.deleteDeployment(deployment.getId(), true);
    }
  }

  private static String without(String table, String cells) {
    return table.replaceAll("(<outputEntry id=\"" + cells + "\">\\s*<text>)[^<]*", "$1");
  }

  @Test
  void a_version_that_nobody_signed_has_lapsed_and_says_so_on_each_case() {
    atRest.restore();

    assertThat(lapses())
        .anyMatch(lapse -> lapse.kind() == Kind.SIGNATURE && lapse.role().equals("ceo"));
    var caseNumber = incidents.open("Customer table copied", "At night.", "ian");
    assertThat(sheet.of(caseNumber))
        .containsPattern("plan \\(version \\d+\\) has lapsed.*signature");
  }

  @Test
  void a_year_after_the_signature_the_next_version_is_prepared_and_once() {
    inForce(UnaryOperator.identity());
    time.passes(Duration.ofDays(364));
    nextDay();
    assertThat(preparations()).isEqualTo(1);
    nextDay();

    assertThat(preparations()).isEqualTo(1);
    assertThat(staff.form(preparation()).get("state").toString())
        .contains("signed 365 days ago")
        .doesNotContain("365 days ago;");
  }

  @Test
  void what_asks_while_a_version_is_prepared_adds_its_reason_to_it() {
    next.askFor("lessonsAccepted", "lessons of case 2026-0001: backups");
    next.askFor("aYearIsOver", "a year is over");
    next.askFor("aYearIsOver", "a year is over");
    staff.runDueJobs();

    assertThat(preparations()).isEqualTo(1);
    assertThat(plans.inPreparation().orElseThrow().reason())
        .isEqualTo("lessons of case 2026-0001: backups; a year is over");
  }

  @Test
  void a_changed_law_of_a_place_of_the_plan_asks_for_a_version_and_another_one_does_not() {
    inForce(content -> PlanContentBuilder.builder(content).residences(Set.of("DE", "JP")).build());
    lawWatch.look();
    deployEurope(europe());
    assertThat(preparations()).isZero();

    deployEurope(europe().replace("<text>72</text>", "<text>71</text>"));

    staff.runDueJobs();
    assertThat(plans.inPreparation().orElseThrow().reason())
        .contains("the law has changed for:", "DE")
        .doesNotContain("JP");
    assertThat(preparations()).isEqualTo(1);
  }

  private void deployEurope(String table) {
    var deployment =
        repository.createDeployment().addString("obligations-europe.dmn", table).deploy();
    try {
      lawWatch.look();
    } finally {
      repository.deleteDeployment(deployment.getId(), true);
    }
  }

  private static String europe() {
    return table("obligations-europe");
  }

  private static String table(String name) {
    try {
      return new ClassPathResource("processes/%s.dmn".formatted(name))
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As after the signatures. */
  private void inForce(UnaryOperator<PlanContent> change) {
    var version = plans.openNext("The first one", "sam").number();
    plans.settle(version, content -> change.apply(complete(content)));
    var document =
        signOffs.submit(null, Document.Kind.RESPONSE_PLAN, "Response plan", "As agreed.", "sam");
    for (var role : signOffs.determineSignatories(document.id())) {
      signOffs.answer(document.id(), role, "signs-for-" + role, true, null);
    }
    plans.submit(version, document.id());
    plans.putInForce(version);
    next.followTheLaw();
    processes.createMessageCorrelation("planPutInForce").correlateStartMessage();
    staff.runDueJobs();
  }

  private static PlanContent complete(PlanContent settings) {
    return PlanContentBuilder.builder(settings)
        .people(
            List.of(
                new Person("lena", "Lena Legal", "lena@example.org", "+49 30 1234561", ""),
                new Person("leo", "Leo Legal", "leo@example.org", "+49 30 1234562", "")))
        .seats(
            Completeness.ROLES.stream()
                .map(role -> new Seat(role, "lena", List.of("leo")))
                .toList())
        .team(List.of("incident-team@example.org"))
        .contact(new Contact("privacy@example.org", "+49 30 0000000", "https://example.org"))
        .pointsOfContact(
            List.of(new PointOfContact("press", "Pia Pr", "press@example.org", "+49 30 0000001")))
        .channels(List.of(new Channel("email", "pr", "")))
        .residences(Set.of("DE"))
        .facts(settings.facts().establishedIn(Set.of("DE")))
        .reviewedTables(Map.of("disclosure", 1, "criticality", 1))
        .wording(Wording.NONE)
        .holdingStatements(List.of())
        .remarksOnDuties(Map.of())
        .build();
  }

  private void confirmEverything() {
    dispatcher.sendDue();
    mails.received().stream()
        .map(mail -> LINK.matcher(mail.text().replace("=\r\n", "")))
        .filter(link -> link.find())
        .forEach(link -> web.postForEntity(link.group(), null, String.class));
    for (var role : List.of("senior-leadership", "pr")) {
      var calls = phones(role);
      var numbers = readiness.unconfirmedNumbers(role).stream().map(n -> n.inWords()).toList();
      staff.does(role.equals("pr") ? "pia" : "sam", calls, Map.of("reached", numbers));
    }
    staff.runDueJobs();
  }

  /** As a case that is over and was marked as an exercise. */
  private void rehearse() {
    var number = incidents.open("Ransomware", "As in the script.", "ian");
    incidents.close(new CaseNumber(number.value()), "test");
    db.sql("update incident set exercise = true where case_number = :case")
        .param("case", number.value())
        .update();
  }

  private void nextDay() {
    time.passes(Duration.ofDays(1));
    var timer = timer();
    // tests go back in time, and the timer does not
    jobs.setJobDuedate(timer.getId(), Date.from(time.instant()));
    staff.runDueJobs();
  }

  private Job timer() {
    return jobs.createJobQuery().processDefinitionKey("keep-plan-ready").timers().singleResult();
  }

  private List<Lapse> lapses() {
    return readiness.report().lapses();
  }

  private List<Kind> kinds() {
    return lapses().stream().map(Lapse::kind).toList();
  }

  private List<Task> openTasks() {
    return tasks
        .createTaskQuery()
        .processDefinitionKey("keep-plan-ready")
        .initializeFormKeys()
        .list();
  }

  private String nameAndGroup(Task task) {
    return task.getTaskDefinitionKey() + " " + String.join(",", staff.groups(task));
  }

  private Task task(String name) {
    return openTasks().stream()
        .filter(task -> task.getTaskDefinitionKey().equals(name))
        .findFirst()
        .orElse(null);
  }

  private Task phones(String role) {
    return open("confirmPhoneNumbers " + role, "Phone numbers");
  }

  private Task mending(String role) {
    return mending(role, "Mail addresses");
  }

  private Task mending(String role, String what) {
    return open("mendThePlan " + role, what);
  }

  private Task open(String nameAndGroup, String what) {
    return openTasks().stream()
        .filter(task -> nameAndGroup(task).equals(nameAndGroup))
        .filter(task -> tasks.getVariableLocal(task.getId(), "about").toString().endsWith(what))
        .findFirst()
        .orElse(null);
  }

  private Task preparation() {
    return tasks
        .createTaskQuery()
        .processDefinitionKey("prepare-response-plan")
        .initializeFormKeys()
        .singleResult();
  }

  private long preparations() {
    staff.runDueJobs();
    return processes
        .createProcessInstanceQuery()
        .processDefinitionKey("prepare-response-plan")
        .count();
  }

  private int confirmations() {
    return db.sql("select count(*) from contact_confirmation").query(Integer.class).single();
  }

  private String linkTo(String address) {
    var links = linksTo(address);
    return links.get(links.size() - 1);
  }

  private List<String> linksTo(String address) {
    dispatcher.sendDue();
    return mails.received().stream()
        .filter(mail -> mail.to().contains(address))
        .skip(earlier(address))
        .map(mail -> LINK.matcher(mail.text().replace("=\r\n", "")))
        .filter(link -> link.find())
        .map(link -> link.group())
        .toList();
  }

  private final Map<String, Long> seenBefore = new HashMap<>();

  /** Mail of earlier tests. */
  private long earlier(String address) {
    return seenBefore.getOrDefault(address, 0L);
  }

  private void end() {
    for (var process : List.of("keep-plan-ready", "prepare-response-plan")) {
      processes
          .createProcessInstanceQuery()
          .processDefinitionKey(process)
          .list()
          .forEach(open -> processes.deleteProcessInstance(open.getId(), "the test is over"));
    }
    for (var address : List.of("press@example.org", "privacy@example.org")) {
      seenBefore.put(
          address, mails.received().stream().filter(mail -> mail.to().contains(address)).count());
    }
  }
}
