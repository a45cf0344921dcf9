package breachresponse.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import breachresponse.workflow.staff.DemoStaff;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/** Asks a node as one of the sample staff. */
final class Rest {

  /** It was not done, or nobody knows whether it was. */
  static final class Refused extends RuntimeException {
    Refused(String what, Throwable cause) {
      super(what, cause);
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  // Longer than the pool waits for a database that is away.
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String address;
  private volatile boolean changing;

  Rest(String address) {
    this.address = address;
  }

  /** Whether something is asked for right now that changes a case. */
  boolean isChanging() {
    return changing;
  }

  boolean isReady() {
    try {
      get("mia", "/actuator/health/readiness");
      return true;
    } catch (Refused notYet) {
      return false;
    }
  }

  /** What the health endpoint tells a manager. */
  JsonNode health() {
    return json(send("mia", "/actuator/health", HttpRequest.newBuilder().GET()));
  }

  JsonNode get(String person, String path) {
    return json(wellAnswered("GET " + path, send(person, path, HttpRequest.newBuilder().GET())));
  }

  String text(String person, String path) {
    return wellAnswered("GET " + path, send(person, path, HttpRequest.newBuilder().GET())).body();
  }

  JsonNode post(String person, String path, Object body) {
    return post(person, path, "application/json", JSON.valueToTree(body).toString());
  }

  JsonNode post(String person, String path, String type, String body) {
    changing = true;
    try {
      var request =
          HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)).header("Content-Type", type);
      return json(wellAnswered("POST " + path, send(person, path, request)));
    } finally {
      changing = false;
    }
  }

  private static HttpResponse<String> wellAnswered(String what, HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new Refused(
          "%s: %d %s".formatted(what, answer.statusCode(), answer.body().strip()), null);
    }
    return answer;
  }

  private HttpResponse<String> send(String person, String path, HttpRequest.Builder request) {
    var account = person + ":" + DemoStaff.PASSWORD;
    try {
      return http.send(
          request
              .uri(URI.create(address + path))
              .timeout(PATIENCE)
              .header(
                  "Authorization",
                  "Basic " + Base64.getEncoder().encodeToString(account.getBytes(UTF_8)))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException lost) {
      throw new Refused(path, lost);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new Refused(path, ended);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException strange) {
      throw new IllegalStateException(answer.body(), strange);
    }
  }
}
