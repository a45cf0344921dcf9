package breachresponse.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import breachresponse.channel.ChannelFailure.Kind;
import breachresponse.support.Time;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every channel does when it is refused, slowed down, not understood or not answered. */
abstract class ChannelContract {

  static final Instant NOW = Instant.parse("2026-03-03T15:00:00.123456Z");
  static final UUID KEY = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension
  static final WireMockExtension channel =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  final Time clock = new Time();

  /** The channel, with test credentials whose secret parts begin with {@code secret-}. */
  abstract Publisher publisher(Http http);

  final Publisher publisher() {
    return publisher(patient());
  }

  final Http patient() {
    return new Http(Duration.ofMinutes(1), clock);
  }

  /** Whether the answer's body says what was posted. */
  boolean readsItsAnswer() {
    return true;
  }

  @Test
  void without_rights_nothing_is_posted_and_people_see_why() {
    answers(aResponse().withStatus(401).withBody("{\"error\":\n \"token expired\"}"));

    var failure = failure();

    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure).hasMessageContaining("401").hasMessageContaining("token expired");
  }

  @Test
  void a_channel_that_has_too_much_to_do_is_asked_again_when_it_says() {
    answers(aResponse().withStatus(429).withHeader("Retry-After", "120"));

    assertThat(failure().kind()).isEqualTo(Kind.LATER);
    assertThat(failure().retryAfter()).contains(Duration.ofMinutes(2));
  }

  @Test
  void after_an_error_of_the_server_nobody_knows_whether_it_is_posted() {
    answers(aResponse().withStatus(502).withBody("<html>Bad gateway"));

    assertThat(failure().kind()).isEqualTo(Kind.UNCLEAR);
  }

  @Test
  void after_an_answer_that_is_none_nobody_knows_whether_it_is_posted() {
    for (var body : List.of("<html>Welcome to the hotel's network", "{}", "")) {
      answers(aResponse().withStatus(200).withBody(body));

      if (readsItsAnswer()) {
        assertThat(failure().kind()).as(body).isEqualTo(Kind.UNCLEAR);
      }
    }
  }

  @Test
  void without_an_answer_in_time_nobody_knows_whether_it_is_posted() {
    answers(aResponse().withStatus(200).withFixedDelay(3_000));

    var failure = failure(publisher(new Http(Duration.ofMillis(300), clock)));

    assertThat(failure.kind()).isEqualTo(Kind.UNCLEAR);
    assertThat(failure).hasMessageContaining("no answer in time");
  }

  @Test
  void when_the_connection_breaks_nobody_knows_whether_it_is_posted() {
    answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    assertThat(failure().kind()).isEqualTo(Kind.UNCLEAR);
  }

  @Test
  void credentials_follow_no_redirect() {
    answers(aResponse().withStatus(307).withHeader("Location", url() + "/elsewhere"));

    assertThat(failure().kind()).isEqualTo(Kind.REFUSED);
    assertThat(channel.getAllServeEvents())
        .isNotEmpty()
        .noneMatch(event -> event.getRequest().getUrl().equals("/elsewhere"));
  }

  @Test
  void no_failure_repeats_a_secret() {
    answers(aResponse().withStatus(403));

    assertThat(failure()).hasMessageNotContaining("secret-");
  }

  final void answers(ResponseDefinitionBuilder answer) {
    channel.resetAll();
    channel.stubFor(any(anyUrl()).willReturn(answer));
  }

  final ChannelFailure failure() {
    return failure(publisher());
  }

  private static ChannelFailure failure(Publisher publisher) {
    return catchThrowableOfType(
        ChannelFailure.class, () -> publisher.publish(message("We are sorry.")));
  }

  static URI url() {
    return URI.create(channel.baseUrl());
  }

  static LoggedRequest request(String path) {
    return channel.getAllServeEvents().stream()
        .map(event -> LoggedRequest.createFrom(event.getRequest()))
        .filter(request -> request.getUrl().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing was asked of " + path));
  }

  static JsonNode json(LoggedRequest request) {
    try {
      return JSON.readTree(request.getBody());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Message message(String text, Posted... before) {
    return new Message(
        KEY,
        new Article(
            "Notice of data breach",
            "<p>We are <em>sorry</em>.</p>",
            text,
            Optional.of(URI.create("https://www.example.org/notices/2026-03-03-notice")),
            "2026-03-03-notice",
            "en"),
        text,
        NOW,
        List.of(before));
  }

  static Posted before(String id) {
    return new Posted(id, Optional.empty());
  }
}
