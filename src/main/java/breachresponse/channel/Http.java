package breachresponse.channel;

import breachresponse.channel.ChannelFailure.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** One request to a channel, and what it means for the message if it fails. */
final class Http {

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
  // In octets; no honest answer comes near.
  private static final int LONGEST_ANSWER = 1 << 20;
  private static final int SHOWN = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What a channel answered.
   *
   * @param body null where there is none
   */
  record Answer(HttpHeaders headers, JsonNode body) {

    /**
     * @throws ChannelFailure if the answer lacks it: then nobody knows what was posted
     */
    String need(String field) {
      return optional(field).orElseThrow(() -> garbled("no '%s' in it".formatted(field)));
    }

    /**
     * @throws ChannelFailure if the answer lacks it
     */
    String needHeader(String name) {
      return Optional.ofNullable(headers.getFirst(name))
          .filter(value -> !value.isBlank())
          .orElseThrow(() -> garbled("no header '%s'".formatted(name)));
    }

    /**
     * @throws ChannelFailure if the answer has no address there
     */
    URI needAddress(String field) {
      try {
        return URI.create(need(field));
      } catch (IllegalArgumentException e) {
        throw garbled("'%s' is no address".formatted(field));
      }
    }

    Optional<String> optional(String field) {
      return Optional.ofNullable(body)
          .map(all -> all.at("/" + field))
          .filter(JsonNode::isValueNode)
          .map(JsonNode::asText)
          .filter(text -> !text.isBlank());
    }
  }

  private final RestClient client;
  private final Clock clock;

  Http(Duration timeout, Clock clock) {
    var connections =
        HttpClient.newBuilder()
            .connectTimeout(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT)
            // a credential goes to nobody but the address of the settings
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    var requests = new JdkClientHttpRequestFactory(connections);
    requests.setReadTimeout(timeout);
    this.client = RestClient.builder().requestFactory(requests).build();
    this.clock = clock;
  }

  Answer get(URI address, Consumer<HttpHeaders> headers) {
    return parsed(exchange(client.get().uri(address).headers(headers)));
  }

  Answer post(URI address, Consumer<HttpHeaders> headers, Map<String, ?> body) {
    return parsed(exchange(posting(address, headers, bytes(body))));
  }

  /** Byte for byte, since it is signed. What the receiver answers beside its status is its own. */
  void deliver(URI address, Consumer<HttpHeaders> headers, byte[] json) {
    exchange(posting(address, headers, json));
  }

  private RestClient.RequestBodySpec posting(
      URI address, Consumer<HttpHeaders> headers, byte[] json) {
    return client
        .post()
        .uri(address)
        .contentType(MediaType.APPLICATION_JSON)
        .headers(headers)
        .body(json);
  }

  static byte[] bytes(Map<String, ?> json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static URI address(URI base, String path) {
    return URI.create(base.toString().replaceAll("/+$", "") + path);
  }

  private record Raw(HttpHeaders headers, String body) {}

  private Raw exchange(RestClient.RequestHeadersSpec<?> request) {
    try {
      return request.exchange((sent, response) -> read(response));
    } catch (ResourceAccessException e) {
      throw neverSent(e)
          ? ChannelFailure.later("it can't be reached")
          : ChannelFailure.unclear("there was no answer in time");
    }
  }

  private Raw read(ClientHttpResponse response) throws IOException {
    var status = response.getStatusCode();
    var text = text(response);
    if (!status.is2xxSuccessful()) {
      throw failure(status, response.getHeaders(), text);
    }
    return new Raw(response.getHeaders(), text);
  }

  /**
   * The rest of an answer that goes on and on is not waited for, as it would be where the response
   * is closed: its connection ends here.
   */
  private static String text(ClientHttpResponse response) throws IOException {
    try (var body = response.getBody()) {
      return new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
    }
  }

  private static Answer parsed(Raw raw) {
    try {
      return new Answer(raw.headers(), raw.body().isBlank() ? null : JSON.readTree(raw.body()));
    } catch (JsonProcessingException e) {
      throw garbled("no JSON");
    }
  }

  private ChannelFailure failure(HttpStatusCode status, HttpHeaders headers, String body) {
    return new ChannelFailure(
        kind(status),
        "it answered %d %s".formatted(status.value(), shortened(body)).strip(),
        RetryAfter.in(headers, clock.instant()));
  }

  private static Kind kind(HttpStatusCode status) {
    if (status.value() == 429) {
      return Kind.LATER;
    }
    return status.is5xxServerError() || status.value() == 408 ? Kind.UNCLEAR : Kind.REFUSED;
  }

  private static ChannelFailure garbled(String what) {
    return ChannelFailure.unclear("its answer can't be read (%s)".formatted(what));
  }

  private static String shortened(String body) {
    var line = body.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    return line.substring(0, Math.min(line.length(), SHOWN));
  }

  private static boolean neverSent(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof SSLHandshakeException);
  }
}
