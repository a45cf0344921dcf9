package breachresponse.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.channel.ChannelFailure.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XTest extends ChannelContract {

  @Override
  Publisher publisher(Http http) {
    var settings =
        new ChannelSettings.X(
            url(),
            new Secret("key"),
            new Secret("secret-1"),
            new Secret("token"),
            new Secret("secret-2"));
    return new X(settings, http, new OAuth1(settings, clock, () -> "nonce"));
  }

  @Test
  void a_post_is_signed_and_has_its_address() {
    answers(
        aResponse()
            .withStatus(201)
            .withBody("{\"data\":{\"id\":\"1445880548472328192\",\"text\":\"We are sorry.\"}}"));

    var posted = publisher().publish(message("We are sorry."));

    assertThat(posted.id()).isEqualTo("1445880548472328192");
    assertThat(posted.link())
        .contains(URI.create("https://x.com/i/web/status/1445880548472328192"));
    var request = request("/2/tweets");
    assertThat(request.getMethod().getName()).isEqualTo("POST");
    assertThat(request.getHeader("Content-Type")).startsWith("application/json");
    assertThat(request.getHeader("Authorization"))
        .matches(
            "OAuth oauth_consumer_key=\"key\", oauth_nonce=\"nonce\", oauth_signature=\"[^\"]+\", "
                + "oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"1772550000\", "
                + "oauth_token=\"token\", oauth_version=\"1.0\"");
    assertThat(json(request)).isEqualTo(json("{\"text\": \"We are sorry.\"}"));
  }

  @Test
  void the_next_part_answers_the_one_before() {
    answers(aResponse().withStatus(201).withBody("{\"data\":{\"id\":\"3\"}}"));

    publisher().publish(message("Sorry.", before("1"), before("2")));

    assertThat(json(request("/2/tweets")))
        .isEqualTo(json("{\"text\": \"Sorry.\", \"reply\": {\"in_reply_to_tweet_id\": \"2\"}}"));
  }

  /** The example of X's page "Creating a signature". */
  @Test
  void a_signature_is_as_x_shows_it() {
    clock.is("2011-10-14T20:09:18Z");
    var settings =
        new ChannelSettings.X(
            null,
            new Secret("xvz1evFS4wEEPTGEFPHBog"),
            new Secret("kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw"),
            new Secret("370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb"),
            new Secret("LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE"));
    var oauth = new OAuth1(settings, clock, () -> "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg");

    var header =
        oauth.authorization(
            "POST",
            URI.create("https://api.twitter.com/1.1/statuses/update.json"),
            Map.of(
                "include_entities",
                "true",
                "status",
                "Hello Ladies + Gentlemen, a signed OAuth request!"));

    assertThat(header).contains("oauth_signature=\"hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D\"");
  }

  @Test
  void an_answer_that_goes_on_and_on_is_not_read_to_its_end() {
    var endless = "{\"filler\": \"%s\", \"data\": {\"id\": \"7\"}}".formatted("x".repeat(2 << 20));
    answers(aResponse().withStatus(201).withBody(endless));

    assertThat(failure().kind()).isEqualTo(Kind.UNCLEAR);
  }

  @Test
  void the_end_of_a_limit_is_read_from_the_header_of_x() {
    answers(aResponse().withStatus(429).withHeader("x-rate-limit-reset", "1772550900"));

    assertThat(failure().retryAfter()).contains(Duration.ofMinutes(15));
  }

  @Test
  void a_repeated_post_would_be_there_twice() {
    assertThat(publisher().repeatableFor()).isZero();
  }
}
