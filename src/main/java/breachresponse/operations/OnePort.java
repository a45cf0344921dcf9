package breachresponse.operations;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses a port of its own for metrics and health: Spring would open it without the doors that ask
 * who is there.
 */
@Component
class OnePort {

  OnePort(Environment environment) {
    if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
      throw new IllegalStateException(
          "management.server.port: metrics and health are on the port of the application, where people sign in; please leave it out");
    }
  }
}
