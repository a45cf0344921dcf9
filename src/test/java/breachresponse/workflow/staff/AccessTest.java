package breachresponse.workflow.staff;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.language.Catalogue;
import breachresponse.support.ApplicationTest;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Groups and filters of an installation whose staff read Spanish. */
@ApplicationTest
@TestPropertySource(
    properties = {
      "breach.language=es",
      "camunda.bpm.process-engine-name=spanish",
      "spring.datasource.url=jdbc:h2:mem:spanish;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0"
    })
class AccessTest {

  @Autowired private IdentityService identities;
  @Autowired private AuthorizationService authorizations;
  @Autowired private FilterService filters;
  @Autowired private TaskService tasks;

  @Test
  void groups_and_filters_are_in_spanish() {
    assertThat(filterNames())
        .contains("Todas mis tareas", "Con retraso", "Asesoría jurídica", "TI")
        .doesNotContain("Legal", "Overdue")
        .doesNotHaveDuplicates();
    assertThat(groupName("legal")).isEqualTo("Asesoría jurídica");
    var legal = filter("Asesoría jurídica");
    assertThat(legal.getProperties().get("description"))
        .isEqualTo("Todo lo que espera a Asesoría jurídica");
    assertThat(legal.getProperties().get("variables").toString()).contains("label=Caso");
  }

  @Test
  void they_follow_a_change_of_the_language_except_for_names_that_an_administrator_gave() {
    var group = identities.createGroupQuery().groupId("managers").singleResult();
    group.setName("Our board");
    identities.saveGroup(group);
    var count = filterNames().size();
    var id = filter("Con retraso").getId();

    startsIn("en");
    assertThat(filter("Overdue").getId()).isEqualTo(id);
    assertThat(filterNames()).hasSize(count);
    assertThat(groupName("legal")).isEqualTo("Legal");
    assertThat(groupName("managers")).isEqualTo("Our board");

    startsIn("es");
    assertThat(filter("Con retraso").getId()).isEqualTo(id);
    assertThat(filterNames()).hasSize(count);
    assertThat(groupName("legal")).isEqualTo("Asesoría jurídica");
  }

  @Test
  void what_an_administrator_changed_of_a_filter_stays() {
    var overdue = filter("Con retraso");
    var properties = overdue.getProperties();
    properties.put("color", "#000000");
    overdue.setProperties(properties);
    filters.saveFilter(overdue);

    startsIn("es");
    assertThat(filter("Con retraso").getProperties()).containsEntry("color", "#000000");
    startsIn("en");
    assertThat(filter("Overdue").getProperties()).containsEntry("color", "#000000");
    startsIn("es");
  }

  private void startsIn(String language) {
    new Access(identities, authorizations, filters, tasks, new Catalogue(language)).setUp();
  }

  private List<String> filterNames() {
    return filters.createFilterQuery().list().stream().map(Filter::getName).toList();
  }

  private Filter filter(String name) {
    return filters.createFilterQuery().filterName(name).singleResult();
  }

  private String groupName(String id) {
    return identities.createGroupQuery().groupId(id).singleResult().getName();
  }
}
