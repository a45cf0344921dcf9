package breachresponse.workflow.sso;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import breachresponse.language.Catalogue;
import breachresponse.notice.StyledPage;
import breachresponse.plan.ResponsePlan;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the log-in of the web applications asks, and what people read who were not let in. */
@Hidden
@Controller
class SsoPages {

  /**
   * @param offered whether there is an identity provider
   * @param used whether who asks has come by it
   * @param label of the button that leads to it
   */
  record Offer(boolean offered, boolean used, String label) {}

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final SsoSettings settings;
  private final ResponsePlan plan;
  private final Catalogue catalogue;
  private final StyledPage page = new StyledPage("sso");

  SsoPages(SsoSettings settings, ResponsePlan plan, Catalogue catalogue) {
    this.settings = settings;
    this.plan = plan;
    this.catalogue = catalogue;
  }

  @GetMapping(path = "/sso", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Offer> offer(HttpServletRequest request) {
    var session = request.getSession(false);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Offer(
                settings.issuer() != null,
                session != null && session.getAttribute(SPRING_SECURITY_CONTEXT_KEY) != null,
                catalogue.of("Log in with single sign-on")));
  }

  @GetMapping("/sso/refused")
  ResponseEntity<String> refused(@RequestParam Refusal why) {
    return page.guarded(ResponseEntity.ok())
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(
            page.with(
                Map.of(
                    "language", catalogue.locale().toLanguageTag(),
                    "organisation", plan.organisation(),
                    "title", catalogue.of("You are not logged in"),
                    "text", text(why),
                    "page", Redirects.TASKLIST,
                    "back", catalogue.of("Back to the log-in"))));
  }

  private String text(Refusal why) {
    return switch (why) {
      case NO_GROUP ->
          catalogue.of(
              "Your organisation's account is in none of the groups that have a part here. Ask whoever looks after accounts to put you into one, then log in again.");
      case NAME ->
          catalogue.of(
              "There is an account of your name here already, or the name can't be one. Ask an administrator: it must be settled whose it is.");
      case DELETED ->
          catalogue.of("Your account here was deleted. An administrator can let you in again.");
      case NOT_SURE ->
          catalogue.of(
              "The log-in at your organisation's account did not end as it should. Please try once more.");
      case AWAY ->
          catalogue.of(
              "Your organisation's log-in does not answer now. Please try again in a few minutes; if it stays so, tell an administrator. Who has a password here can log in with it, and who is logged in can go on.");
    };
  }
}
