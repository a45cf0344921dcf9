package breachresponse.api;

import breachresponse.notice.StyledPage;
import breachresponse.plan.Confirmations;
import breachresponse.plan.Confirmations.Link;
import breachresponse.plan.ResponsePlan;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where people confirm that an address reaches them: whoever has the link, without log-in. Opening
 * it confirms nothing, since scanners of mail open every link.
 */
@Hidden
@Controller
class ConfirmationPage {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final Confirmations confirmations;
  private final ResponsePlan plan;
  private final StyledPage page = new StyledPage("confirmation");

  ConfirmationPage(Confirmations confirmations, ResponsePlan plan) {
    this.confirmations = confirmations;
    this.plan = plan;
  }

  @GetMapping("/confirm/{token}")
  ResponseEntity<String> open(@PathVariable String token) {
    return shown(confirmations.find(token));
  }

  @PostMapping("/confirm/{token}")
  ResponseEntity<String> confirm(@PathVariable String token) {
    return shown(confirmations.follow(token));
  }

  private ResponseEntity<String> shown(Optional<Link> link) {
    if (link.isEmpty()) {
      return answer(
          HttpStatus.NOT_FOUND,
          "This link is not valid",
          "It may be too old. Nothing is lost: a new one comes by mail.",
          false);
    }
    var address = link.get().address();
    return link.get().usedAt().isPresent()
        ? answer(HttpStatus.OK, "Thank you", address + " is confirmed.", false)
        : answer(
            HttpStatus.OK,
            "Does this address reach you?",
            "The response plan of %s says that %s reaches: %s."
                .formatted(plan.organisation(), address, link.get().whose()),
            true);
  }

  private ResponseEntity<String> answer(HttpStatus status, String title, String text, boolean ask) {
    return page.asking(ResponseEntity.status(status))
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(
            page.with(
                Map.of(
                    "organisation",
                    plan.organisation(),
                    "title",
                    title,
                    "text",
                    text,
                    "ask",
                    ask)));
  }
}
