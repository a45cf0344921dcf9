package breachresponse.workflow.staff;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN;
import static org.camunda.bpm.engine.authorization.Groups.GROUP_TYPE_SYSTEM;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;

import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to it that there is an administrator from the first start on: while there is none, the web
 * applications let their first visitor become it.
 */
@Component
public class Administrator {

  /** The name to log in with. */
  public static final String ID = "admin";

  private final IdentityService identities;
  private final AuthorizationService authorizations;
  private final String password;

  Administrator(
      IdentityService identities,
      AuthorizationService authorizations,
      @Value("${breach.admin-password}") String given,
      @Value("${breach.demo}") boolean demo) {
    this.identities = identities;
    this.authorizations = authorizations;
    password = given.isBlank() && demo ? DemoStaff.PASSWORD : given;
    if (!demo) {
      refuseToStartWithoutAny();
      refusePublicPasswords();
    }
  }

  @Transactional
  public void setUp() {
    if (isThere(ID) || password.isBlank()) {
      return;
    }
    var user = identities.newUser(ID);
    user.setFirstName("Ada");
    user.setLastName("Administrator");
    if (password.equals(DemoStaff.PASSWORD)) {
      user.setEmail(DemoStaff.emailOf(ID));
    }
    user.setPassword(password);
    identities.saveUser(user);
    if (identities.createGroupQuery().groupId(CAMUNDA_ADMIN).count() == 0) {
      setUpGroup();
    }
    identities.createMembership(ID, CAMUNDA_ADMIN);
  }

  private void setUpGroup() {
    var group = identities.newGroup(CAMUNDA_ADMIN);
    group.setName("Administrators");
    group.setType(GROUP_TYPE_SYSTEM);
    identities.saveGroup(group);
    for (var resource : Resources.values()) {
      var everything = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
      everything.setGroupId(CAMUNDA_ADMIN);
      everything.setResource(resource);
      everything.setResourceId(ANY);
      everything.addPermission(ALL);
      authorizations.saveAuthorization(everything);
    }
  }

  private void refuseToStartWithoutAny() {
    if (password.isBlank()
        && identities.createUserQuery().memberOfGroup(CAMUNDA_ADMIN).count() == 0) {
      throw new IllegalStateException(
          "BREACH_ADMIN_PASSWORD: there is no administrator yet, set the password of the account '%s' for the first start"
              .formatted(ID));
    }
    if (!password.isBlank()
        && !isThere(ID)
        && !identities.checkPasswordAgainstPolicy(password).isValid()) {
      throw new IllegalStateException(
          "BREACH_ADMIN_PASSWORD: it is too weak, take at least 10 characters with an upper-case and a lower-case letter, a digit and a special character");
    }
  }

  /** Data that the demo made hold accounts whose password everybody can read. */
  private void refusePublicPasswords() {
    Stream.concat(Stream.of(ID), DemoStaff.PEOPLE.stream().map(DemoStaff.Person::id))
        .filter(this::isDemoAccount)
        .filter(id -> identities.checkPassword(id, DemoStaff.PASSWORD))
        .findFirst()
        .ifPresent(
            id -> {
              throw new IllegalStateException(
                  "breach.demo: these data have the demo's accounts and passwords (%s), take another BREACH_DATA_DIR or database"
                      .formatted(id));
            });
  }

  private boolean isThere(String id) {
    return identities.createUserQuery().userId(id).count() > 0;
  }

  /**
   * A wrong password counts as a failed login: only accounts that look like the demo's are asked.
   */
  private boolean isDemoAccount(String id) {
    return identities.createUserQuery().userId(id).userEmail(DemoStaff.emailOf(id)).count() > 0;
  }
}
