package breachresponse.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class LinkedInTest extends ChannelContract {

  @Override
  Publisher publisher(Http http) {
    return new LinkedIn(
        new ChannelSettings.LinkedIn(url(), "202610", "5515715", new Secret("secret-token")), http);
  }

  @Test
  void a_post_is_on_the_page_of_the_organisation() {
    answers(
        aResponse().withStatus(201).withHeader("x-restli-id", "urn:li:share:6844785523593134080"));

    var posted = publisher().publish(message("We (all of us) are *sorry*."));

    assertThat(posted.link())
        .contains(
            URI.create("https://www.linkedin.com/feed/update/urn:li:share:6844785523593134080/"));
    var request = request("/rest/posts");
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer secret-token");
    assertThat(request.getHeader("LinkedIn-Version")).isEqualTo("202610");
    assertThat(request.getHeader("X-Restli-Protocol-Version")).isEqualTo("2.0.0");
    assertThat(json(request))
        .isEqualTo(
            json(
                """
                {"author": "urn:li:organization:5515715",
                 "commentary": "We \\\\(all of us\\\\) are \\\\*sorry\\\\*.",
                 "visibility": "PUBLIC",
                 "distribution": {"feedDistribution": "MAIN_FEED", "targetEntities": [],
                                  "thirdPartyDistributionChannels": []},
                 "lifecycleState": "PUBLISHED", "isReshareDisabledByAuthor": false}
                """));
  }
}
