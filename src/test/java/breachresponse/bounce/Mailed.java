package breachresponse.bounce;

import static java.nio.charset.StandardCharsets.UTF_8;

import breachresponse.delivery.DeliveryOnly;
import breachresponse.delivery.Dispatcher;
import breachresponse.delivery.Dispatches;
import breachresponse.delivery.Recipients;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.support.TestTime;
import breachresponse.support.Time;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.ActiveProfiles;

/** What tests of bounces begin with: a notice that went to three people as files. */
@SpringBootTest(
    classes = {DeliveryOnly.class, Mailed.Bouncing.class, TestTime.class},
    webEnvironment = WebEnvironment.NONE,
    properties = "breach.data-dir=target/bounce-test")
@ActiveProfiles("test")
public abstract class Mailed {

  @ComponentScan({"breachresponse.bounce", "breachresponse.reach"})
  @EnableConfigurationProperties(BounceSettings.class)
  static class Bouncing {}

  @Autowired protected Bounces bounces;
  @Autowired protected Recipients recipients;
  @Autowired protected Dispatches dispatches;
  @Autowired protected Dispatcher dispatcher;
  @Autowired protected Incidents incidents;
  @Autowired protected Time time;

  protected final UUID notice = UUID.randomUUID();
  protected CaseNumber breach;

  @BeforeEach
  void three_people_are_mailed() {
    time.is("2026-03-03T15:00:00Z");
    breach = incidents.open("Customer table copied", "", "cora");
    add("1,ana,en,DE", "2,juan,es,ES", "3,zoe,en,US-CA");
    dispatches.start(breach, notice, "paula");
    dispatcher.sendDue();
  }

  /** Addresses are of this case alone. */
  protected String address(String name) {
    return "%s-%s@example.net".formatted(name, breach);
  }

  Sample sample(long recipient, String name) {
    return new Sample(notice, recipient, address(name));
  }

  /** A mail system says that this mail came back. */
  protected void comesBack(UUID notice, long recipient, String status) {
    bounces.countMail(
        "<%s.%d@example.org>".formatted(notice, recipient),
        new Failure(status, status + " gone", null));
    bounces.haveCome();
  }

  protected void add(String... people) {
    var file = new StringBuilder("id,email,name,language,residence\n");
    for (var person : people) {
      var cells = person.split(",");
      file.append(
          "c%s,%s,%s,%s,%s\n".formatted(cells[0], address(cells[1]), cells[1], cells[2], cells[3]));
    }
    recipients.add(breach, new ByteArrayInputStream(file.toString().getBytes(UTF_8)), "ian");
  }

  protected Dispatches.Progress progress() {
    return dispatches.progress(notice).orElseThrow();
  }
}
