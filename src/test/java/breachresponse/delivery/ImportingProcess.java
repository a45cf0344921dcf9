package breachresponse.delivery;

import breachresponse.incident.Incidents;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A process of its own that adds a file of recipients and dies when some of them are written. */
class ImportingProcess {

  static final int PEOPLE = 50_000;

  public static void main(String... arguments) {
    var application =
        new SpringApplicationBuilder(DeliveryOnly.class)
            .web(WebApplicationType.NONE)
            .run(arguments);
    var recipients = application.getBean(Recipients.class);
    var breach = application.getBean(Incidents.class).open("Stolen laptop", "", "cora");
    new Thread(
            () -> {
              while (recipients.progress(breach).accepted() == 0) {
                Thread.onSpinWait();
              }
              Runtime.getRuntime().halt(137);
            })
        .start();
    recipients.add(breach, DeliveryOnly.rows(PEOPLE), "paula");
  }
}
