package breachresponse.workflow.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.ServerProperties;

class AdministratorTest {

  private static final boolean DEMO = true;
  private static final boolean PRODUCTION = false;

  private static ProcessEngine engine;
  private static IdentityService identities;

  @BeforeAll
  static void an_engine() {
    var configuration =
        (ProcessEngineConfigurationImpl)
            ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration();
    engine =
        configuration
            .setEnablePasswordPolicy(true)
            .setJdbcUrl("jdbc:h2:mem:administrator")
            .setProcessEngineName("administrator")
            .buildProcessEngine();
    identities = engine.getIdentityService();
  }

  @AfterEach
  void without_users() {
    identities.createUserQuery().list().forEach(user -> identities.deleteUser(user.getId()));
    identities.createGroupQuery().list().forEach(group -> identities.deleteGroup(group.getId()));
    var rights = engine.getAuthorizationService();
    rights.createAuthorizationQuery().list().stream()
        .map(Authorization::getId)
        .forEach(rights::deleteAuthorization);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void without_the_demo_the_first_start_needs_a_password_for_the_administrator() {
    assertThatThrownBy(() -> start("", PRODUCTION))
        .hasMessageStartingWith("BREACH_ADMIN_PASSWORD: there is no administrator yet");
  }

  @Test
  void the_password_given_is_the_administrator_s() {
    start("Long-enough-1", PRODUCTION);
    assertThat(identities.checkPassword("admin", "Long-enough-1")).isTrue();
    assertThat(identities.createGroupQuery().groupMember("admin").singleResult().getId())
        .isEqualTo("camunda-admin");
  }

  @Test
  void a_weak_password_is_refused_with_what_a_good_one_needs() {
    assertThatThrownBy(() -> start("short", PRODUCTION))
        .hasMessageContaining("at least 10 characters");
  }

  @Test
  void later_starts_need_no_password() {
    start("Long-enough-1", PRODUCTION);
    start("", PRODUCTION);
    assertThat(identities.checkPassword("admin", "Long-enough-1")).isTrue();
  }

  @Test
  void the_demo_has_an_administrator_with_the_demo_s_password() {
    start("", DEMO);
    assertThat(identities.checkPassword("admin", DemoStaff.PASSWORD)).isTrue();
  }

  @Test
  void data_of_the_demo_are_refused_without_it() {
    start("", DEMO);
    assertThatThrownBy(() -> start("", PRODUCTION))
        .hasMessageStartingWith("breach.demo: these data have the demo's accounts");
  }

  @Test
  void the_demo_listens_on_this_machine_alone() throws UnknownHostException {
    var server = new ServerProperties();
    server.setAddress(InetAddress.getByName("0.0.0.0"));
    assertThatThrownBy(() -> new DemoStaff(identities, server))
        .hasMessageContaining("must listen on 127.0.0.1");
  }

  private void start(String password, boolean demo) {
    new Administrator(identities, engine.getAuthorizationService(), password, demo).setUp();
  }
}
