package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.notice.Audience;
import breachresponse.notice.ChannelRules;
import breachresponse.notice.Draft;
import breachresponse.notice.Draft.Text;
import breachresponse.notice.Notices;
import breachresponse.notice.Statements;
import breachresponse.plan.Completeness;
import breachresponse.plan.PlanVersion;
import breachresponse.plan.Plans;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Voice;
import breachresponse.support.ApplicationTest;
import breachresponse.support.PlanAtRest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class PrepareResponsePlanTest {

  private static final Map<String, Object> PLACES =
      Map.of(
          "role", "CONTROLLER",
          "establishments", "DE",
          "mainEstablishment", "DE",
          "sectors", List.of("online-service"),
          "residences", "DE, FR, US-CA, AQ",
          "substituteThreshold", 7.5,
          "decision", "again");

  private static final Map<String, Object> CONTACT =
      Map.of(
          "email", "privacy@example.org",
          "phone", "+49 30 0000000",
          "page", "https://www.example.org/security",
          "pressName", "Pia Pr",
          "pressEmail", "press@example.org",
          "pressPhone", "+49 30 0000001");

  private static final Map<String, Object> VOICE =
      Map.of(
          "voice", "SOBER_AND_BRIEF",
          "enGreeting", "Hello {{name}},",
          "enClosing", "Yours sincerely",
          "avoided", "hack\nunfortunately",
          "senderName", "Carla Example",
          "senderTitle", "Chief Executive Officer",
          "senderAddress", "ceo@example.org");

  @Autowired private Staff staff;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identities;
  @Autowired private Plans plans;
  @Autowired private ResponsePlan plan;
  @Autowired private PlanAtRest atRest;
  @Autowired private Time time;
  @Autowired private Incidents incidents;
  @Autowired private Timeline timeline;
  @Autowired private RuntimeService processes;
  @Autowired private RepositoryService repository;
  @Autowired private JdbcClient db;
  @Autowired private Notices notices;
  @Autowired private Statements statements;
  @Autowired private ChannelRules rules;

  private String instance;

  @BeforeEach
  @AfterEach
  void others_find_the_plan_of_the_settings() {
    // what other tests have left for later is not due
    time.is("2026-03-03T15:00:00Z");
    atRest.restore();
  }

  @Test
  void from_nothing_to_a_signed_plan_that_is_in_force() {
    begin(Completeness.SECTIONS);
    settleAll();

    assertThat(plan.organisation()).isEqualTo("Example Books");
    sign();

    assertThat(plan.organisation()).isEqualTo("Example Books Ltd");
    assertThat(plan.voice()).isEqualTo(Voice.SOBER_AND_BRIEF);
    assertThat(plan.targets().signature()).isEqualTo(Duration.ofHours(3));
    assertThat(plan.residences()).containsExactlyInAnyOrder("DE", "FR", "US-CA", "AQ");
    assertThat(plan.substituteThreshold()).isEqualByComparingTo("7.5");
    assertThat(plan.pointsOfContact())
        .extracting(point -> point.audience() + " " + point.email())
        .containsExactly("press press@example.org");
    assertThat(plans.inForce().reason()).isEqualTo("The first one");
    assertThat(isIn("ian", "cio")).isTrue();
  }

  @Test
  void notices_and_statements_speak_in_the_words_of_the_plan() {
    begin(Completeness.SECTIONS);
    settleAll();
    sign();
    var caseNumber = incidents.open("Customer table copied", "", "ian");
    incidents.assess(caseNumber, 3, "as in the test", "ian");

    var letter = notices.proposal(caseNumber).mails().get(0).texts().get("en").body();
    assertThat(letter)
        .contains("Hello {{name}},", "Yours sincerely\n\nCarla Example\\")
        .doesNotContain("Dear");
    assertThat(statements.proposeHolding(caseNumber, "pia").post().body())
        .isEqualTo("Example Books Ltd looks into it.");
    assertThat(rules.channelsFor(5, Audience.PUBLIC))
        .extracting(ChannelRules.Channel::name)
        .containsExactly("blog");
    assertThat(notices.avoidedWords(saying("Unfortunately, a hack. Hacking is a sport.")))
        .containsExactly(Map.entry("mail in English", List.of("hack", "unfortunately")));
  }

  @Test
  void a_case_says_by_which_plan_it_was_opened_and_when_another_came_into_force() {
    var before = reported("Before");
    begin(Completeness.SECTIONS);
    settleAll();
    sign();
    var after = reported("After");

    var version = plans.inForce();
    assertThat(acts(before)).contains("response plan replaced: version " + version.number());
    assertThat(acts(after)).contains("opened by response plan: version " + version.number());
    assertThat(plans.pinned(after)).contains(version.number());
    assertThat(staff.form(staff.task(after.value(), "triage")).get("caseSheet").toString())
        .contains("(/api/plan/versions/%d/booklet)".formatted(version.number()));
    assertThat(
            db.sql("select plan_sha256 from incident where case_number = :case")
                .param("case", after.value())
                .query(String.class)
                .single())
        .isEqualTo(version.sha256());
    assertThat(plans.governing(after))
        .extracting(Plans.Governing::version)
        .containsExactly(version.number());
    assertThat(plans.governing(before))
        .satisfiesExactly(
            opened -> assertThat(opened.version()).isEqualTo(version.number() - 1),
            replacing -> {
              assertThat(replacing.version()).isEqualTo(version.number());
              assertThat(replacing.sha256()).isEqualTo(version.sha256());
              assertThat(replacing.from()).isEqualTo(version.inForceFrom().orElseThrow());
            });
  }

  private CaseNumber reported(String title) {
    var process =
        staff.starts("ian", "respond-to-breach", Map.of("title", title, "description", "At night"));
    return new CaseNumber(
        processes
            .createProcessInstanceQuery()
            .processInstanceId(process)
            .singleResult()
            .getBusinessKey());
  }

  private List<String> acts(CaseNumber caseNumber) {
    return timeline.of(caseNumber).stream()
        .map(entry -> entry.act() + ": " + entry.detail().orElse(""))
        .toList();
  }

  @Test
  void the_same_letter_is_shown_in_each_voice_to_compare() {
    begin(List.of("determineTheVoice"));

    var form = staff.form(task("determineTheVoice"));

    assertThat(form.get("caring").toString()).contains("Dear Maria Example,", "I am sorry.");
    assertThat(form.get("sober").toString()).contains("We regret this.").doesNotContain("sorry");
  }

  @Test
  void a_greeting_or_statement_knows_no_other_places_than_the_plan_can_fill_in() {
    begin(List.of("determineTheVoice"));
    var voice =
        Map.<String, Object>of(
            "voice", "SOBER_AND_BRIEF",
            "senderName", "Carla Example",
            "senderTitle", "Chief Executive Officer",
            "senderAddress", "ceo@example.org");

    assertThatThrownBy(
            () ->
                staff.does(
                    "pia", task("determineTheVoice"), with(voice, "enGreeting", "Dear {{title}},")))
        .hasMessageContaining("enGreeting: something stands in double braces");
    staff.does("pia", task("determineTheVoice"), voice);
    assertThatThrownBy(
            () ->
                staff.does(
                    "pia", task("prepareMessages"), Map.of("es4", "{{people}} <b>personas</b>")))
        .hasMessageContaining("es4: something else stands in double braces")
        .hasMessageContaining("HTML is not rendered");
  }

  @Test
  void the_first_statement_is_proposed_as_the_template_has_it() {
    begin(List.of("determineTheVoice"));
    staff.does(
        "pia",
        task("determineTheVoice"),
        Map.of(
            "voice", "SOBER_AND_BRIEF",
            "senderName", "Carla Example",
            "senderTitle", "Chief Executive Officer",
            "senderAddress", "ceo@example.org"));

    var form = staff.form(task("prepareMessages"));

    assertThat(form.get("en2").toString()).contains("at {{organisation}}.");
    assertThat(form.get("sample").toString()).contains("at Example Books.");
    assertThat(form).doesNotContainKey("en4");
  }

  private static Draft saying(String letter) {
    return new Draft(
        Map.of("en", new Text("Notice", letter)), new Text("Notice", "Nothing."), "Nothing.");
  }

  @Test
  void what_is_left_out_stays_as_it_was() {
    begin(Completeness.SECTIONS);
    settleAll();
    sign();

    begin(List.of("setTargets"));
    assertThat(names()).containsExactly("setTargets");
    targets(9);
    sign();

    assertThat(plan.targets().signature()).isEqualTo(Duration.ofHours(9));
    assertThat(plan.organisation()).isEqualTo("Example Books Ltd");
  }

  @Test
  void who_signs_sees_the_whole_plan_and_what_is_new_in_it() {
    begin(Completeness.SECTIONS);
    settleAll();
    sign();
    begin(List.of("setTargets"));
    targets(9);

    var form = staff.form(signature("carla"));

    assertThat(form.get("text").toString())
        .contains("# Example Books Ltd: response plan")
        .contains("(The first one), begun by Sam Leadership, Tue 3 Mar 2026, 16:00 Berlin.")
        .contains("* Letters begin \\(English\\): ")
        .contains(
            "| Legal | Lena Legal | \\+49 30 1234561 | lena\\@example.org | lena\\@home.example |")
        .contains("| A signature, before the deputy is asked as well | 9 hours |")
        .contains("| deputy | Leo Legal |")
        .contains("| Worst consequence | Most sensitive data |")
        .contains("Our head of privacy files this");
    assertThat(form.get("changes").toString())
        .contains("`9`", "`3`")
        .doesNotContain("Lena", "\\\\");
  }

  @Test
  void one_refusal_brings_it_back_with_the_reason_and_nothing_is_lost() {
    begin(Completeness.SECTIONS);
    settleAll();

    staff.does(
        "chris",
        signature("chris"),
        Map.of("decision", "refuse", "comment", "3 hours are too long"));

    var choice = task("chooseWhatToSettle");
    assertThat(staff.form(choice).get("state").toString())
        .contains("It was refused", "* CIO: 3 hours are too long", "Nothing is missing");
    assertThat(isIn("ian", "cio")).isFalse();
    staff.does("sam", choice, Map.of("steps", List.of("setTargets")));
    assertThat(staff.form(task("setTargets"))).containsEntry("signatureHours", 3L);
    targets(2);
    sign();
    assertThat(plan.targets().signature()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void a_plan_with_gaps_is_not_signed_but_comes_back_with_them() {
    begin(List.of("setTargets"));
    targets(3);

    var choice = task("chooseWhatToSettle");
    assertThat(staff.form(choice).get("state").toString())
        .contains("Core IT has nobody", "the press has nobody to turn to");
    assertThat(staff.form(choice).get("steps").toString())
        .contains("establishTheTeam")
        .doesNotContain("setTargets");
    assertThat(newest().documentId()).isEmpty();
  }

  @Test
  void only_one_version_is_prepared_at_a_time() {
    begin(List.of("setTargets"));

    assertThatThrownBy(() -> begin(List.of("setTargets")))
        .hasMessageContaining("reason: a version is being prepared already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lena; Lena; lena@example.org                    | line 1: '' is no phone number
          LENA; Lena; lena@example.org; +49 30 1234567    | line 1: the name to log in with, 'LENA'
          lena; Lena; lena; +49 30 1234567                | line 1: 'lena' is no mail address, write one like ana@example.org
          lena; ; lena@example.org; +49 30 1234567        | line 1: the name is missing
          lena; Lena; l@example.org; +49 30 1234567; home | line 1: 'home' is no mail address
          """)
  void a_line_of_people_that_is_not_understood_is_refused_by_its_number(
      String line, String problem) {
    begin(List.of("establishTheTeam"));

    assertThatThrownBy(
            () -> staff.does("sam", task("establishTheTeam"), with(team(), "people", line)))
        .hasMessageContaining("people: " + problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana",
        "a,b@example.org",
        "Ana <ana@example.org>",
        "ana@example",
        "ana@faß.de",
        "kovač@example.org"
      })
  void an_address_that_mail_cannot_reach_is_refused_before_anybody_relies_on_it(String address) {
    begin(List.of("setPointsOfContact", "determineTheVoice"));
    assertRefused("setPointsOfContact", with(CONTACT, "email", address), "email: ");
    assertRefused("setPointsOfContact", with(CONTACT, "pressEmail", address), "pressEmail: ");
    staff.does("pia", task("setPointsOfContact"), CONTACT);
    assertRefused("determineTheVoice", with(VOICE, "senderAddress", address), "senderAddress: ");
  }

  private void assertRefused(String task, Map<String, Object> answers, String problem) {
    assertThatThrownBy(() -> staff.does("pia", task(task), answers)).hasMessageContaining(problem);
  }

  @Test
  void a_role_names_people_who_are_there_and_nobody_twice() {
    begin(List.of("establishTheTeam"));

    assertThatThrownBy(
            () ->
                staff.does(
                    "sam", task("establishTheTeam"), with(team(), "coreIt", List.of("ina", "leo"))))
        .hasMessageContaining("coreIt: 'ina' is not among the people");
    assertThatThrownBy(
            () ->
                staff.does(
                    "sam", task("establishTheTeam"), with(team(), "coreIt", List.of("leo", "leo"))))
        .hasMessageContaining("coreIt: nobody can be their own deputy");
  }

  @Test
  void who_establishes_the_team_sees_who_fills_each_role_now() {
    begin(List.of("establishTheTeam"));

    assertThat(staff.form(task("establishTheTeam")).get("holders").toString())
        .contains(
            "* Legal: Lena Legal \\(lena\\), Leo Legal \\(leo\\)\n"
                + "* Senior leadership: Sam Leadership \\(sam\\)\n");
  }

  @Test
  void an_administrator_takes_no_role() {
    begin(List.of("establishTheTeam"));
    var withAdmin =
        with(
            team(), "people", team().get("people") + "admin; Ada; ada@example.org; +49 30 1234560");

    assertThatThrownBy(() -> staff.does("sam", task("establishTheTeam"), withAdmin))
        .hasMessageContaining("people: line 10: 'admin' administers the accounts");
  }

  @Test
  void who_signs_sees_what_becomes_of_the_accounts_of_the_staff() {
    begin(Completeness.SECTIONS);
    settleAll(
        with(
            with(
                team(),
                "people",
                team().get("people") + "nora; Nora New; nora@example.org; +49 30 1234560"),
            "privacy",
            List.of("lena", "nora")));

    assertThat(staff.form(signature("carla")).get("accounts").toString())
        .contains(
            "* Nora New \\(nora\\) gets an account",
            "* Nora New \\(nora\\) joins these groups: Incident team, Privacy",
            "* Petra Privacy \\(petra\\) leaves these groups: ");
  }

  @Test
  void legal_sees_the_duties_of_the_places_and_what_the_tables_do_not_know() {
    begin(List.of("reviewLegalObligations"));
    reviews(PLACES);

    var form = staff.form(task("reviewLegalObligations"));

    assertThat(form.get("duties").toString())
        .startsWith("| No. | Place |")
        .containsPattern("\n\\| 1 \\| \\S+ \\| .* \\| 72 hours, starting with awareness \\|")
        .contains("| US-CA |")
        .doesNotContain("eu\\-gdpr");
    assertThat(form.get("gaps").toString()).contains("the tables have no law of this place: AQ");
  }

  @Test
  void nobody_accepts_duties_that_they_have_not_been_shown() {
    begin(List.of("reviewLegalObligations"));
    reviews(PLACES);
    var elsewhere = with(with(PLACES, "decision", "accept"), "residences", "DE, FR");

    assertThatThrownBy(() -> reviews(elsewhere))
        .hasMessageContaining("decision: you have changed places or qualities");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "99; nonsense | line 1: there is no number '99' above; write number; remark",
        "GDPR; ours   | line 1: there is no number 'GDPR' above",
        "1            | line 1: write number; remark, without a further semicolon",
        "1; a; b      | line 1: write number; remark, without a further semicolon",
        "1; a,2; b,1; c | line 3: number 1 has a remark already, please write both into one line"
      })
  void a_remark_that_belongs_to_no_duty_is_refused(String lines, String why) {
    begin(List.of("reviewLegalObligations"));
    reviews(PLACES);

    assertThatThrownBy(() -> reviews(with(PLACES, "remarks", lines.replace(",", "\n"))))
        .hasMessageContaining("remarks: " + why);
  }

  @Test
  void numbers_of_another_list_than_the_one_that_was_read_are_refused() throws IOException {
    begin(List.of("reviewLegalObligations"));
    reviews(PLACES);
    var read = staff.form(task("reviewLegalObligations")).get("shownList");
    var corrected =
        repository
            .createDeployment()
            .addString(
                "processes/obligations-europe.dmn",
                Files.readString(Path.of("processes", "obligations-europe.dmn"))
                    .replace("\"GDPR Art 33(1)", "\"GDPR as amended, Art 33(1)"))
            .deploy();
    try {
      assertThatThrownBy(() -> reviews(with(with(PLACES, "list", read), "remarks", "1; By letter")))
          .hasMessageContaining("remarks: the tables have been deployed anew since you opened");
    } finally {
      repository.deleteDeployment(corrected.getId(), true);
    }
  }

  @Test
  void a_remark_comes_back_with_the_place_that_was_left_out_and_not_once_that_is_accepted() {
    begin(List.of("reviewLegalObligations"));
    reviews(PLACES);
    var remark = number("Cal. Civ. Code 1798.82") + "; Our outside counsel files this";
    var without = with(PLACES, "residences", "DE, FR");
    reviews(with(without, "remarks", remark));
    assertThat(staff.form(task("reviewLegalObligations")).get("remarks").toString()).isEmpty();

    reviews(PLACES);
    assertThat(staff.form(task("reviewLegalObligations"))).containsEntry("remarks", remark);

    reviews(with(without, "remarks", remark));
    reviews(with(without, "decision", "accept"));
    assertThat(plans.inPreparation().orElseThrow().content().remarksOnDuties()).isEmpty();
  }

  @Test
  void a_table_is_found_right_in_the_version_that_was_read() {
    begin(List.of("defineTheCriticalityScale"));
    var task = task("defineTheCriticalityScale");

    assertThat(staff.form(task).get("table").toString())
        .startsWith("| Level | Name |")
        .contains("| Worst consequence |")
        .contains("| national security |", "| at least 1000 |", "| Core IT, CIO, Privacy, Legal |")
        .doesNotContain("?", "core\\-it");
    assertThatThrownBy(
            () -> staff.does("chris", task, Map.of("tableVersion", "99", "decision", "right")))
        .hasMessageContaining("decision: a table has been deployed anew since you opened the form");
  }

  private void begin(List<String> steps) {
    instance = staff.starts("sam", "prepare-response-plan", Map.of("reason", "The first one"));
    staff.does("sam", task("chooseWhatToSettle"), Map.of("steps", steps));
  }

  private void settleAll() {
    settleAll(team());
  }

  private void settleAll(Map<String, Object> team) {
    staff.does("sam", task("establishTheTeam"), team);
    staff.does("pia", task("setPointsOfContact"), CONTACT);
    staff.does(
        "pia",
        task("chooseCommunicationMechanisms"),
        Map.of("used", List.of("email", "blog"), "emailOwner", "pr", "blogOwner", "pr"));
    right("lena", "defineDisclosureLevels");
    right("chris", "defineTheCriticalityScale");
    reviews(PLACES);
    reviews(
        with(
            with(PLACES, "decision", "accept"),
            "remarks",
            number("GDPR Art 33(1)") + "; Our head of privacy files this"));
    staff.does("pia", task("determineTheVoice"), VOICE);
    staff.does(
        "pia",
        task("prepareMessages"),
        Map.of(
            "en2", "{{organisation}} looks into it.", "en4", "It is grave. Write to {{email}}."));
    targets(3);
  }

  private void reviews(Map<String, Object> answers) {
    staff.does("lena", task("reviewLegalObligations"), answers);
  }

  /** Of the duty that has this citation. */
  private String number(String citation) {
    return staff
        .form(task("reviewLegalObligations"))
        .get("duties")
        .toString()
        .replace("\\", "")
        .lines()
        .filter(row -> row.contains(citation))
        .map(row -> row.split(" ")[1])
        .findFirst()
        .orElseThrow();
  }

  private void right(String person, String task) {
    var shown = staff.form(task(task)).get("tableVersion").toString();
    staff.does(person, task(task), Map.of("tableVersion", shown, "decision", "right"));
  }

  private void targets(int signatureHours) {
    staff.does(
        "sam",
        task("setTargets"),
        Map.of(
            "answerHours",
            4,
            "undueDelayHours",
            48,
            "signatureHours",
            signatureHours,
            "holdReviewDays",
            30,
            "emergencyHours",
            4));
  }

  private static Map<String, Object> team() {
    return Map.of(
        "organisation", "Example Books Ltd",
        "team", "incident-team@example.org",
        "people",
            """
            lena; Lena Legal; lena@example.org; +49 30 1234561; lena@home.example
            leo; Leo Legal; leo@example.org; +49 30 1234562
            sam; Sam Leadership; sam@example.org; +49 30 1234563
            chris; Chris Cio; chris@example.org; +49 30 1234564
            ian; Ian Core-It; ian@example.org; +49 30 1234565
            pia; Pia Pr; pia@example.org; +49 30 1234566
            paul; Paul Pr; paul@example.org; +49 30 1234567
            carla; Carla Ceo; carla@example.org; +49 30 1234568
            petra; Petra Privacy; petra@example.org; +49 30 1234569
            """,
        "legal", List.of("lena", "leo"),
        "seniorLeadership", List.of("sam", "carla"),
        "cio", List.of("chris", "ian"),
        "coreIt", List.of("ian", "chris"),
        "pr", List.of("pia", "paul"),
        "ceo", List.of("carla", "sam"),
        "privacy", List.of("petra", "lena"));
  }

  private static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
    var more = new HashMap<>(answers);
    more.put(key, value);
    return more;
  }

  private void sign() {
    for (var person : List.of("lena", "chris", "pia", "carla")) {
      staff.does(person, signature(person), Map.of("decision", "sign"));
    }
  }

  private boolean isIn(String person, String group) {
    return identities.createUserQuery().userId(person).memberOfGroup(group).count() == 1;
  }

  private Task signature(String person) {
    staff.runDueJobs();
    return tasks
        .createTaskQuery()
        .taskDefinitionKey("sign")
        .taskCandidateUser(person)
        .processVariableValueEquals("documentId", documentId())
        .initializeFormKeys()
        .singleResult();
  }

  private String documentId() {
    return newest().documentId().orElseThrow().toString();
  }

  private PlanVersion newest() {
    return plans.versions().stream().reduce((earlier, later) -> later).orElseThrow();
  }

  private Task task(String name) {
    return tasks
        .createTaskQuery()
        .processInstanceId(instance)
        .taskDefinitionKey(name)
        .initializeFormKeys()
        .singleResult();
  }

  private List<String> names() {
    return tasks.createTaskQuery().processInstanceId(instance).list().stream()
        .map(Task::getTaskDefinitionKey)
        .toList();
  }
}
