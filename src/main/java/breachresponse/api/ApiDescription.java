package breachresponse.api;

import breachresponse.incident.Milestone;
import breachresponse.plan.Role;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PutMapping;

/** What {@code /v3/api-docs} says beyond what it reads from the controllers. */
@Configuration
@OpenAPIDefinition(
    info =
        @Info(
            title = "breach-response",
            version = "1",
            description =
                """
                Reports breaches, brings findings to them, and asks the legal tables whom to tell by when. \
                All times are ISO 8601 with their offset. Unknown fields are refused. Every error is an \
                RFC 9457 problem, whose errors name the fields."""),
    servers = @Server(url = "/"),
    security = {@SecurityRequirement(name = "basic"), @SecurityRequirement(name = "token")})
@SecurityScheme(name = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
@SecurityScheme(
    name = "token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "of a machine, for the one thing that it was made for")
class ApiDescription {

  /** Facts as callers send them. */
  static final String FACTS =
      """
      {"awareAt":"2026-03-27T16:30:00+01:00",
       "clocks":{"occurrence":null,"determination":null,"classification":null,"materiality":null,"individualsNotified":null},
       "organisation":{"role":"controller","establishments":["DE","US-CA"],"mainEstablishment":"DE","sectors":["online-service"],"attributes":["us-listed"]},
       "affected":[{"residence":"US-CA","people":1200},{"residence":"DE","people":300}],
       "breach":["confidentiality"],
       "dataCategories":["name","email","online-credentials","payment-card"],
       "protection":{"encrypted":false,"keyCompromised":null},
       "risk":"high"}
      """;

  /** What may be null in an answer, by schema. */
  private static final Map<String, List<String>> NULLABLE =
      Map.ofEntries(
          Map.entry("Obligation", List.of("start", "due", "legalLatest", "lastChecked")),
          Map.entry(
              "Fulfilment", List.of("filedAt", "reference", "reasonForDelay", "releaseReason")),
          Map.entry("Incident", List.of("closedAt", "criticality", "facts", "factsVersion")),
          Map.entry("Notice", List.of("postedAt", "delivery")),
          Map.entry("GoverningRule", List.of("until")),
          Map.entry("Affected", List.of("people", "estimated")),
          Map.entry("Protection", List.of("encrypted", "keyCompromised")),
          Map.entry("Hold", List.of("orderedBy", "from", "until")),
          Map.entry("Token", List.of("revokedAt")),
          Map.entry("BounceMailbox", List.of("readAt", "problem")),
          Map.entry("ReachLine", List.of("day", "first", "last", "reachedByThen")),
          Map.entry(
              "RegisterYear", List.of("hoursToTriage", "hoursToAuthority", "hoursToCustomers")),
          Map.entry(
              "RegisteredBreach",
              List.of(
                  "awareAt",
                  "occurredAt",
                  "containedAt",
                  "triagedAt",
                  "closedAt",
                  "criticality",
                  "criticalityReason",
                  "breach",
                  "dataCategories",
                  "people",
                  "affected",
                  "cause",
                  "effects",
                  "remedialAction",
                  "risk",
                  "riskReason",
                  "decision")),
          Map.entry(
              "RegisteredDuty",
              List.of("due", "toldAt", "reference", "reasonForDelay", "whyNotTold")));

  @Bean
  OpenApiCustomizer schemas(ObjectMapper json) {
    return api -> {
      var schemas = api.getComponents().getSchemas();
      schemas.put("Problem", problem());
      schemas.get("Facts").example(example(json));
      schemas.get("Facts").addProperty("clocks", clocks(json));
      NULLABLE.forEach((name, fields) -> fields.forEach(f -> allowNull(schemas.get(name), f)));
    };
  }

  @Bean
  OperationCustomizer whoMayAndWhatMayGoWrong() {
    return (operation, method) -> {
      problem(operation, "401", "Nobody is signed in.");
      var allowed = method.getMethodAnnotation(AllowedTo.class);
      if (allowed != null) {
        problem(operation, "403", "Only for members of: " + groups(allowed) + ".");
      }
      if (method.hasMethodAnnotation(ForAdministrators.class)) {
        problem(operation, "403", "Only for administrators of the accounts.");
      }
      if (has("path", operation)) {
        problem(operation, "404", "There is no such case, or nothing of that name in it.");
      }
      if (operation.getRequestBody() != null || has("query", operation)) {
        problem(operation, "400", "Something in it is wrong, errors name the fields.");
      }
      if (operation.getRequestBody() != null) {
        problem(
            operation,
            "413",
            "The body is too large: JSON and a mail may have 1 MiB, CSV 512 MiB.");
        problem(operation, "415", "The body is of another type than this takes.");
      }
      if (method.hasMethodAnnotation(PutMapping.class)) {
        problem(operation, "409", "The case is over.");
      }
      return operation;
    };
  }

  private static boolean has(String kindOfParameter, Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> kindOfParameter.equals(p.getIn()));
  }

  private static void problem(Operation operation, String status, String words) {
    var schema = new Schema<>().$ref("#/components/schemas/Problem");
    var content =
        new Content().addMediaType("application/problem+json", new MediaType().schema(schema));
    operation
        .getResponses()
        .addApiResponse(status, new ApiResponse().description(words).content(content));
  }

  private static String groups(AllowedTo allowed) {
    return Arrays.stream(allowed.value()).map(Role::group).collect(Collectors.joining(", "));
  }

  private static Schema<?> problem() {
    var error =
        of("object")
            .addProperty("field", of("string").example("affected[0].people"))
            .addProperty("message", of("string"));
    return of("object")
        .description("RFC 9457")
        .addProperty("type", of("string").example("about:blank"))
        .addProperty("title", of("string").example("Bad Request"))
        .addProperty("status", of("integer").example(400))
        .addProperty("detail", of("string"))
        .addProperty("instance", of("string"))
        .addProperty("errors", of("array").items(error));
  }

  private static Schema<?> clocks(ObjectMapper json) {
    var clocks = of("object").description("what else has happened that starts a clock of some law");
    for (var milestone : Milestone.values()) {
      clocks.addProperty(
          json.convertValue(milestone, String.class), of("string", "null").format("date-time"));
    }
    return clocks.additionalProperties(false);
  }

  private static void allowNull(Schema<?> schema, String field) {
    var property = schema.getProperties().get(field);
    if (property.get$ref() == null) {
      property.addType("null");
    } else {
      schema.addProperty(
          field,
          new JsonSchema()
              .description(property.getDescription())
              .anyOf(List.of(property, of("null"))));
    }
  }

  private static Schema<?> of(String... types) {
    return new JsonSchema().types(Set.of(types));
  }

  private static Object example(ObjectMapper json) {
    try {
      return json.readTree(FACTS);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
