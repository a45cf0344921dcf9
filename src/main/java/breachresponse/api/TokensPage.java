package breachresponse.api;

import breachresponse.identity.ApiTokens;
import breachresponse.identity.Machine;
import breachresponse.identity.Scope;
import breachresponse.language.Catalogue;
import breachresponse.notice.StyledPage;
import breachresponse.plan.ResponsePlan;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The same as the API of tokens, for administrators at a browser: those that hold. */
@Hidden
@Controller
class TokensPage {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final ApiTokens tokens;
  private final ResponsePlan plan;
  private final Catalogue catalogue;
  private final Clock clock;
  private final StyledPage page = new StyledPage("tokens");

  TokensPage(ApiTokens tokens, ResponsePlan plan, Catalogue catalogue, Clock clock) {
    this.tokens = tokens;
    this.plan = plan;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @GetMapping("/tokens")
  @ForAdministrators
  ResponseEntity<String> open() {
    return shown("");
  }

  @PostMapping("/tokens")
  @ForAdministrators
  ResponseEntity<String> make(
      @RequestParam String machine,
      @RequestParam Scope scope,
      @RequestParam int days,
      Principal person) {
    return shown(tokens.make(new Machine(machine, scope), days, person.getName()));
  }

  @PostMapping("/tokens/revoked")
  @ForAdministrators
  ResponseEntity<Void> revoke(@RequestParam UUID id, Principal person) {
    tokens.revoke(id, person.getName());
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/tokens")).build();
  }

  private ResponseEntity<String> shown(String token) {
    var shown = new HashMap<String, Object>();
    shown.put("language", catalogue.locale().toLanguageTag());
    shown.put("organisation", plan.organisation());
    shown.put("token", token);
    shown.put("title", catalogue.of("Tokens of machines"));
    shown.put(
        "what",
        catalogue.of(
            "A program needs no account to report a breach, or mails that came back: it sends a token that can do this and nothing else."));
    shown.put("once", catalogue.of("Give this token to the program now. It is shown this once:"));
    shown.put("machine", catalogue.of("Name of the machine, as the timeline will have it"));
    shown.put("scope", catalogue.of("What it may do"));
    shown.put("days", catalogue.of("Days until it expires"));
    shown.put("make", catalogue.of("Make a token"));
    shown.put(
        "scopes",
        Arrays.stream(Scope.values())
            .map(scope -> Map.of("id", scope.name(), "label", label(scope)))
            .toList());
    shown.put("tokens", holding());
    return page.askingSignedIn(ResponseEntity.ok())
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(page.with(shown));
  }

  private List<Map<String, Object>> holding() {
    return tokens.all().stream()
        .filter(token -> token.holdsAt(clock.instant()))
        .map(
            token ->
                Map.<String, Object>of(
                    "id", token.id(),
                    "machine", token.machine().name(),
                    "scope", label(token.machine().scope()),
                    "holds",
                        catalogue
                            .of("made by %s, expires on %s")
                            .formatted(token.madeBy(), day(token)),
                    "revoke", catalogue.of("Revoke it")))
        .toList();
  }

  private String day(ApiTokens.Token token) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(catalogue.locale())
        .format(token.expiresAt().atZone(plan.zone()));
  }

  private String label(Scope scope) {
    return switch (scope) {
      case REPORT_BREACHES -> catalogue.of("Report a breach");
      case POST_BOUNCES -> catalogue.of("Report mails that came back");
    };
  }
}
