package breachresponse;

import breachresponse.plan.Role;
import breachresponse.workflow.staff.Administrator;
import breachresponse.workflow.staff.DemoStaff;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What whoever started the system needs to know next, once it is ready. */
@Component
class StartMessage {

  private static final Logger LOG = LoggerFactory.getLogger(BreachResponse.class);

  private final Environment environment;

  StartMessage(Environment environment) {
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    LOG.info(text());
  }

  String text() {
    var address =
        "http://%s:%s"
            .formatted(
                environment.getProperty("server.address"),
                environment.getProperty("local.server.port"));
    return """
    breach-response is ready

      Tasklist        %1$s/camunda/app/tasklist/
      Cockpit         %1$s/camunda/app/cockpit/
      Public notices  %1$s/notices/
      API             %1$s/v3/api-docs

    %2$s
      Data            %3$s
      Outgoing mail   %4$s
    """
        .formatted(address, staff(), dataDir(), mail());
  }

  private String staff() {
    if (!environment.getProperty("breach.demo", boolean.class, false)) {
      return "";
    }
    var people =
        DemoStaff.PEOPLE.stream()
            .map(
                person ->
                    "    %-14s%s%n"
                        .formatted(
                            person.id(),
                            person.roles().stream()
                                .map(Role::title)
                                .collect(Collectors.joining(", "))))
            .collect(Collectors.joining());
    return """
      Sample staff, password %s
    %s    %-14sAdministrators
    """
        .formatted(DemoStaff.PASSWORD, people, Administrator.ID);
  }

  private Path dataDir() {
    return Path.of(environment.getRequiredProperty("breach.data-dir")).toAbsolutePath().normalize();
  }

  private String mail() {
    var host = environment.getProperty("spring.mail.host", "");
    return host.isBlank()
        ? dataDir().resolve("outgoing-mail")
            + " (files: nothing leaves before SPRING_MAIL_HOST is set)"
        : "by " + host;
  }
}
