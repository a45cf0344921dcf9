package breachresponse.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.channel.ChannelFailure.Kind;
import java.net.URI;
import org.junit.jupiter.api.Test;

class FacebookPageTest extends ChannelContract {

  @Override
  Publisher publisher(Http http) {
    return new FacebookPage(
        new ChannelSettings.Facebook(
            URI.create(url() + "/v26.0"), "1234567", new Secret("secret-token")),
        http);
  }

  @Test
  void a_post_is_on_the_page() {
    answers(aResponse().withStatus(200).withBody("{\"id\":\"1234567_890\"}"));

    var posted = publisher().publish(message("We are sorry."));

    assertThat(posted.link()).contains(URI.create("https://www.facebook.com/1234567_890"));
    var request = request("/v26.0/1234567/feed");
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer secret-token");
    assertThat(json(request)).isEqualTo(json("{\"message\": \"We are sorry.\"}"));
  }

  @Test
  void a_limit_of_calls_comes_in_the_body() {
    answers(
        aResponse()
            .withStatus(400)
            .withBody(
                "{\"error\":{\"message\":\"(#32) Page request limit reached\",\"code\":32}}"));

    assertThat(failure().kind()).isEqualTo(Kind.LATER);
  }

  @Test
  void a_token_that_has_expired_is_no_limit() {
    answers(
        aResponse()
            .withStatus(400)
            .withBody("{\"error\":{\"message\":\"Session has expired\",\"code\":190}}"));

    assertThat(failure().kind()).isEqualTo(Kind.REFUSED);
  }
}
