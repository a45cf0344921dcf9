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
abstract class Mailed {

  @ComponentScan
  @EnableConfigurationProperties(BounceSettings.class)
  static class Bouncing {}

  @Autowired Bounces bounces;
  @Autowired Recipients recipients;
  @Autowired Dispatches dispatches;
  @Autowired Dispatcher dispatcher;
  @Autowired Incidents incidents;
  @Autowired Time time;

  final UUID notice = UUID.randomUUID();
  CaseNumber breach;

  @BeforeEach
  void three_people_are_mailed() {
    time.is("2026-03-03T15:00:00Z");
    breach = incidents.open("Customer table copied", "", "cora");
    add("1,maria,en,DE", "2,juan,es,ES", "3,ann,en,US-CA");
    dispatches.start(breach, notice, "paula");
    dispatcher.sendDue();
  }

  /** Addresses are of this case alone. */
  String address(String name) {
    return "%s-%s@example.net".formatted(name, breach);
  }

  Sample sample(long recipient, String name) {
    return new Sample(notice, recipient, address(name));
  }

  void add(String... people) {
    var file = new StringBuilder("id,email,name,language,residence\n");
    for (var person : people) {
      var cells = person.split(",");
      file.append(
          "c%s,%s,%s,%s,%s\n".formatted(cells[0], address(cells[1]), cells[1], cells[2], cells[3]));
    }
    recipients.add(breach, new ByteArrayInputStream(file.toString().getBytes(UTF_8)), "ian");
  }

  Dispatches.Progress progress() {
    return dispatches.progress(notice).orElseThrow();
  }
}
