package breachresponse.evidence;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The public keys of this installation, for whoever verifies evidence: there is no secret in it.
 */
@Hidden
@RestController
class EvidenceKeys {

  private final Checkpoints checkpoints;

  EvidenceKeys(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  /** Each under its id, the one that signs now first. */
  @GetMapping("/notices/evidence-keys.pem")
  ResponseEntity<String> keys() {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .header("X-Content-Type-Options", "nosniff")
        .body(
            checkpoints.keys().entrySet().stream()
                .map(EvidenceKeys::named)
                .collect(Collectors.joining("\n")));
  }

  private static String named(Map.Entry<String, String> key) {
    return "key: %s\n%s".formatted(key.getKey(), key.getValue());
  }
}
