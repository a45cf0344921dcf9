package breachresponse.api;

import breachresponse.identity.ApiTokens;
import breachresponse.identity.Machine;
import breachresponse.identity.Scope;
import breachresponse.incident.FactsRefused;
import breachresponse.incident.FactsRefused.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens by which machines do one thing each. Administrators make and revoke them. */
@RestController
@RequestMapping("/api/tokens")
@Tag(name = "Tokens")
class TokensApi {

  /** What a token shall be for. */
  @Schema(name = "TokenRequest")
  record TokenRequest(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "who reports, as the timeline names it",
              maxLength = 40,
              example = "siem")
          String machine,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"report-breaches", "post-bounces"})
          String scope,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "until it expires",
              minimum = "1",
              maximum = "366",
              example = "90")
          Integer days) {

    private Machine wanted() {
      var problems = new ArrayList<Problem>();
      if (machine == null) {
        problems.add(new Problem("machine", "is missing, say who will report"));
      }
      if (days == null) {
        problems.add(new Problem("days", "is missing, say until when it holds"));
      }
      var found =
          Arrays.stream(Scope.values()).filter(it -> Words.of(it).equals(scope)).findFirst();
      if (found.isEmpty()) {
        problems.add(new Problem("scope", "choose report-breaches or post-bounces"));
      }
      if (!problems.isEmpty()) {
        throw new FactsRefused(problems);
      }
      return new Machine(machine, found.get());
    }
  }

  /** A token as it was made. */
  @Schema(name = "NewToken")
  record NewToken(
      @Schema(description = "secret, and told this once; send it as Authorization: Bearer")
          String token) {}

  /** A token as it is known. */
  @Schema(name = "Token")
  record TokenJson(
      UUID id,
      String machine,
      String scope,
      String madeBy,
      Instant madeAt,
      Instant expiresAt,
      Instant revokedAt) {

    static TokenJson of(ApiTokens.Token token) {
      return new TokenJson(
          token.id(),
          token.machine().name(),
          Words.of(token.machine().scope()),
          token.madeBy(),
          token.madeAt(),
          token.expiresAt(),
          token.revokedAt().orElse(null));
    }
  }

  private final ApiTokens tokens;

  TokensApi(ApiTokens tokens) {
    this.tokens = tokens;
  }

  @GetMapping
  @ForAdministrators
  @Operation(summary = "All tokens there ever were, without what is secret of them")
  List<TokenJson> all() {
    return tokens.all().stream().map(TokenJson::of).toList();
  }

  @PostMapping
  @ForAdministrators
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Make a token, by which a machine does one thing")
  NewToken make(@RequestBody TokenRequest request, Principal person) {
    return new NewToken(tokens.make(request.wanted(), request.days(), person.getName()));
  }

  @DeleteMapping("/{id}")
  @ForAdministrators
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Revoke a token")
  void revoke(@PathVariable UUID id, Principal person) {
    tokens.revoke(id, person.getName());
  }
}
