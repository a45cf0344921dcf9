package breachresponse.workflow.staff;

import breachresponse.language.Catalogue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Answers whoever is sent away at a door, before anything that they sent is read. */
@Component
public class Refused {

  private final Catalogue catalogue;

  Refused(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Written as RFC 9457 wants it. The reasons are ours and hold nothing to escape. */
  public void at(HttpServletResponse response, HttpStatus status, String reason)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(
            """
            {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}
            """
                .formatted(status.getReasonPhrase(), status.value(), catalogue.of(reason))
                .getBytes(StandardCharsets.UTF_8));
  }
}
