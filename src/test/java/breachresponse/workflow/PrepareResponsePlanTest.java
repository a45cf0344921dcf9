package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.plan.Plans;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Voice;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Staff;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class PrepareResponsePlanTest {

  private static final List<String> ALL =
      List.of(
          "establishTheTeam",
          "setPointsOfContact",
          "chooseCommunicationMechanisms",
          "defineDisclosureLevels",
          "defineTheCriticalityScale",
          "reviewLegalObligations",
          "determineTheVoice",
          "setTargets");

  @Autowired private Staff staff;
  @Autowired private TaskService tasks;
  @Autowired private Plans plans;
  @Autowired private ResponsePlan plan;

  @Test
  void from_nothing_to_a_signed_plan_that_is_in_force() {
    var instance = staff.starts("sam", "prepare-response-plan", Map.of("reason", "The first one"));

    staff.does("sam", task(instance, "chooseWhatToSettle"), Map.of("steps", ALL));
    settleAll(instance);
    sign(instance);

    assertThat(plans.inForce().number()).isPositive();
    assertThat(plan.organisation()).isEqualTo("Example Books Ltd");
    assertThat(plan.voice()).isEqualTo(Voice.SOBER_AND_BRIEF);
  }

  private void settleAll(String instance) {
    staff.does("sam", task(instance, "establishTheTeam"), team());
    staff.does(
        "pia",
        task(instance, "setPointsOfContact"),
        Map.of(
            "email", "privacy@example.org",
            "phone", "+49 30 0000000",
            "page", "https://www.example.org/security",
            "pressName", "Pia Pr",
            "pressEmail", "press@example.org",
            "pressPhone", "+49 30 0000001"));
    staff.does(
        "pia",
        task(instance, "chooseCommunicationMechanisms"),
        Map.of(
            "used", List.of("email", "blog"),
            "emailOwner", "pr",
            "blogOwner", "pr"));
    staff.does("lena", task(instance, "defineDisclosureLevels"), Map.of("decision", "right"));
    staff.does("chris", task(instance, "defineTheCriticalityScale"), Map.of("decision", "right"));
    var places = Map.<String, Object>of("establishments", "DE", "residences", "DE, FR, US-CA");
    staff.does("lena", task(instance, "reviewLegalObligations"), with(places, "decision", "again"));
    staff.does(
        "lena", task(instance, "reviewLegalObligations"), with(places, "decision", "accept"));
    staff.does(
        "pia",
        task(instance, "determineTheVoice"),
        Map.of(
            "voice", "SOBER_AND_BRIEF",
            "senderName", "Carla Example",
            "senderTitle", "Chief Executive Officer",
            "senderAddress", "ceo@example.org"));
    staff.does("pia", task(instance, "prepareMessages"), Map.of());
    staff.does(
        "sam",
        task(instance, "setTargets"),
        Map.of(
            "triageMinutes", 60,
            "answerHours", 4,
            "undueDelayHours", 48,
            "signatureHours", 2,
            "holdReviewDays", 30));
  }

  private static Map<String, Object> team() {
    return Map.of(
        "organisation", "Example Books Ltd",
        "team", "incident-team@example.org",
        "people",
            """
            lena; Lena Legal; lena@example.org; +49 30 1234561; lena@home.example
            leo; Leo Legal; leo@example.org; +49 30 1234562
            """,
        "legal", "lena, leo",
        "seniorLeadership", "lena, leo",
        "cio", "lena, leo",
        "coreIt", "lena, leo",
        "pr", "lena, leo",
        "ceo", "lena, leo",
        "privacy", "lena, leo");
  }

  private static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
    var more = new HashMap<>(answers);
    more.put(key, value);
    return more;
  }

  private void sign(String instance) {
    for (var person : List.of("lena", "chris", "pia", "carla")) {
      var mine =
          tasks
              .createTaskQuery()
              .taskDefinitionKey("sign")
              .taskCandidateUser(person)
              .initializeFormKeys()
              .singleResult();
      assertThat(staff.form(mine).get("text").toString()).contains("Example Books Ltd");
      staff.does(person, mine, Map.of("decision", "sign"));
    }
  }

  private Task task(String instance, String name) {
    return tasks
        .createTaskQuery()
        .processInstanceId(instance)
        .taskDefinitionKey(name)
        .initializeFormKeys()
        .singleResult();
  }
}
