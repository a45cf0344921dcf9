package breachresponse.workflow.staff;

import breachresponse.plan.Role;
import java.net.InetAddress;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Sample staff, so that the system can be tried at once. Their password is public: they exist on
 * the loopback address only.
 */
@Component
@ConditionalOnProperty("breach.demo")
public class DemoStaff {

  /** The password of all of them. */
  public static final String PASSWORD = "Rehearse-2026!";

  /**
   * @param id the name to log in with
   */
  public record Person(String id, String first, String last, List<Role> roles) {

    Person(String id, String last, Role... roles) {
      this(id, Character.toUpperCase(id.charAt(0)) + id.substring(1), last, List.of(roles));
    }
  }

  /** Two of each role that signs: nobody signs what they wrote. */
  public static final List<Person> PEOPLE =
      List.of(
          new Person("lena", "Legal", Role.LEGAL, Role.INCIDENT_TEAM),
          new Person("leo", "Legal", Role.LEGAL, Role.INCIDENT_TEAM),
          new Person("chris", "Cio", Role.CIO, Role.INCIDENT_TEAM),
          new Person("ian", "Core-It", Role.CORE_IT, Role.INCIDENT_TEAM),
          new Person("pia", "Pr", Role.PR, Role.INCIDENT_TEAM),
          new Person("paul", "Pr", Role.PR, Role.INCIDENT_TEAM),
          new Person("carla", "Ceo", Role.CEO),
          new Person("sam", "Leadership", Role.SENIOR_LEADERSHIP, Role.INCIDENT_TEAM),
          new Person("petra", "Privacy", Role.PRIVACY, Role.INCIDENT_TEAM),
          new Person("omar", "Owner", Role.PROCESS_OWNERS),
          new Person("mia", "Manager", Role.MANAGERS),
          new Person("emma", "Employee", Role.EMPLOYEES));

  private final IdentityService identities;

  DemoStaff(IdentityService identities, ServerProperties server) {
    this.identities = identities;
    refuseAllButLoopback(server.getAddress());
  }

  public void setUp() {
    for (var person : PEOPLE) {
      if (identities.createUserQuery().userId(person.id()).count() == 0) {
        join(person);
      }
    }
  }

  static String emailOf(String id) {
    return id + "@example.org";
  }

  private void join(Person person) {
    var user = identities.newUser(person.id());
    user.setFirstName(person.first());
    user.setLastName(person.last());
    user.setEmail(emailOf(person.id()));
    user.setPassword(PASSWORD);
    identities.saveUser(user);
    person.roles().forEach(role -> identities.createMembership(person.id(), role.group()));
  }

  private static void refuseAllButLoopback(InetAddress address) {
    if (address == null || !address.isLoopbackAddress()) {
      throw new IllegalStateException(
          "server.address: the demo's passwords are public, it must listen on 127.0.0.1; set breach.demo=false and BREACH_ADMIN_PASSWORD to listen elsewhere");
    }
  }
}
