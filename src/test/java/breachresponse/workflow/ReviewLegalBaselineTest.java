package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.support.ApplicationTest;
import breachresponse.support.Staff;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ReviewLegalBaselineTest {

  @Autowired private Staff staff;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService processes;
  @Autowired private ProcessEngine engine;

  @Test
  void legal_reads_what_the_laws_may_ask_for_where_customers_live() {
    var task = started("lena", "de\nUS-CA, US-CA");

    assertThat(task.getName()).isEqualTo("Review the legal baseline");
    assertThat(staff.groups(task)).containsExactly("legal");
    var form = staff.form(task);
    assertThat(form.get("question").toString())
        .contains("Example Books", "established in DE, US-CA", "customers in DE, US-CA")
        .contains(
            "](/api/obligations/baseline?residence=DE&residence=US-CA&establishment=DE&establishment=US-CA)");
    assertThat(form.get("baseline").toString())
        .contains("### Germany \\(DE\\)", "### United States \\(US\\-CA\\)")
        .contains(
            "| 72 hours, starting with awareness | Personal data: yes; Risk to people: neither none nor unlikely |")
        .contains("People here: more than 500")
        .containsPattern("From the tables: Obligations in Europe, version \\d+; ");
  }

  @Test
  void the_organisation_may_be_thought_to_be_elsewhere() {
    var form =
        staff.form(
            started("lena", Map.of("residences", "US-CA", "establishments", "US-NY, us-ca")));

    assertThat(form.get("question").toString())
        .contains("established in US-CA, US-NY", "establishment=US-CA&establishment=US-NY");
    assertThat(form.get("baseline").toString())
        .contains("### United States \\(US\\-NY\\)")
        .doesNotContain("Germany");
    assertThatThrownBy(
            () -> started("lena", Map.of("residences", "DE", "establishments", "Bavaria")))
        .hasMessageContaining("establishments: 'BAVARIA' is no code of ISO 3166-1 or -2");
  }

  @Test
  void a_row_that_nobody_is_sure_of_says_so() {
    assertThat(staff.form(started("lena", "DE, AE")).get("baseline").toString())
        .containsPattern("\\| low, \\*\\*not certain\\*\\* \\|");
  }

  @Test
  void having_read_it_is_all_that_is_asked() {
    var task = started("petra", "DE");
    var review =
        processes
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult();
    BpmnAwareTests.init(engine);
    BpmnAwareTests.assertThat(review).isWaitingAt(task.getTaskDefinitionKey());

    staff.does("leo", task, Map.of());

    BpmnAwareTests.assertThat(review).hasPassed(task.getTaskDefinitionKey()).isEnded();
  }

  @Test
  void it_belongs_to_no_case_and_its_card_says_where_customers_live() {
    var task = started("lena", "DE");

    assertThat(tasks.getVariablesLocal(task.getId()))
        .containsOnly(Map.entry("about", "customers in DE"));
    assertThat(task.getDueDate()).isNull();
  }

  @Test
  void what_is_no_code_of_a_place_is_refused_by_name() {
    assertThatThrownBy(() -> started("lena", "DE, Bavaria"))
        .hasMessageContaining(
            "residences: 'BAVARIA' is no code of ISO 3166-1 or -2, write it like");
    assertThatThrownBy(() -> started("lena", ", ,")).hasMessageContaining("residences: ");
  }

  @Test
  void only_legal_and_privacy_ask_for_it() {
    assertThatThrownBy(() -> started("pia", "DE"))
        .hasMessageContaining("CREATE_INSTANCE")
        .hasMessageContaining("review-legal-baseline");
  }

  private Task started(String person, String residences) {
    return started(person, Map.of("residences", residences));
  }

  private Task started(String person, Map<String, Object> question) {
    var instance = staff.starts(person, "review-legal-baseline", question);
    return tasks.createTaskQuery().processInstanceId(instance).initializeFormKeys().singleResult();
  }
}
