package breachresponse.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MastodonTest extends ChannelContract {

  private static final String ANSWER =
      """
      {"id": "103254962155278888", "url": "https://social.example/@shop/103254962155278888",
       "uri": "https://social.example/users/shop/statuses/103254962155278888"}
      """;

  @Override
  Publisher publisher(Http http) {
    return new Mastodon(new ChannelSettings.Mastodon(url(), new Secret("secret-token")), http);
  }

  @Test
  void a_post_has_a_key_by_which_a_repeated_one_is_known() {
    answers(aResponse().withStatus(200).withBody(ANSWER));

    var posted = publisher().publish(message("We are sorry."));

    assertThat(posted.id()).isEqualTo("103254962155278888");
    assertThat(posted.link())
        .contains(URI.create("https://social.example/@shop/103254962155278888"));
    var request = request("/api/v1/statuses");
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer secret-token");
    assertThat(request.getHeader("Idempotency-Key")).isEqualTo(KEY.toString());
    assertThat(json(request))
        .isEqualTo(
            json(
                "{\"status\": \"We are sorry.\", \"visibility\": \"public\", \"language\": \"en\"}"));
  }

  @Test
  void the_next_part_answers_the_one_before() {
    answers(aResponse().withStatus(200).withBody(ANSWER));

    publisher().publish(message("Sorry.", before("1"), before("2")));

    assertThat(json(request("/api/v1/statuses")).path("in_reply_to_id").asText()).isEqualTo("2");
  }

  @Test
  void the_end_of_a_limit_is_read_from_the_header_of_mastodon() {
    clock.is("2026-03-03T15:00:00Z");
    answers(
        aResponse().withStatus(429).withHeader("X-RateLimit-Reset", "2026-03-03T15:05:00.000Z"));

    assertThat(failure().retryAfter()).contains(Duration.ofMinutes(5));
  }

  @Test
  void a_key_is_good_for_less_than_an_hour() {
    assertThat(publisher().repeatableFor()).isBetween(Duration.ofMinutes(30), Duration.ofHours(1));
  }
}
