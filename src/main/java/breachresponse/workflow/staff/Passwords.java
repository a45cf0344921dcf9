package breachresponse.workflow.staff;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Passwords of accounts that nobody shall log in to with one. */
@Component
class Passwords {

  private final IdentityService identities;
  private final SecureRandom random = new SecureRandom();

  Passwords(IdentityService identities) {
    this.identities = identities;
  }

  /** The engine refuses a password that happens to contain a short name of its person. */
  String nobodyKnows(User user) {
    return Stream.generate(this::password)
        .filter(password -> identities.checkPasswordAgainstPolicy(password, user).isValid())
        .findFirst()
        .orElseThrow();
  }

  private String password() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
