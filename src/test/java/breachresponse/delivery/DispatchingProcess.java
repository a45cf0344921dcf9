package breachresponse.delivery;

import breachresponse.incident.Incidents;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.transaction.event.TransactionalEventListener;

/** A process of its own that sends a notice to many people and ends when all have got it. */
class DispatchingProcess {

  static final UUID NOTICE = UUID.fromString("11111111-1111-1111-1111-111111111111");

  static class End {

    @TransactionalEventListener
    void on(Dispatches.Finished finished) {
      Runtime.getRuntime().halt(0);
    }
  }

  public static void main(String... arguments) {
    var application =
        new SpringApplicationBuilder(DeliveryOnly.class, End.class)
            .web(WebApplicationType.NONE)
            .run(arguments);
    var dispatches = application.getBean(Dispatches.class);
    if (dispatches.progress(NOTICE).isEmpty()) {
      var breach = application.getBean(Incidents.class).open("Stolen laptop", "", "cora");
      var people = application.getEnvironment().getRequiredProperty("people", Integer.class);
      application.getBean(Recipients.class).add(breach, DeliveryOnly.rows(people), "paula");
      dispatches.start(breach, NOTICE, "paula");
    }
  }
}
