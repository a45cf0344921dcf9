package breachresponse.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.channel.ChannelFailure.Kind;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlueskyTest extends ChannelContract {

  private static final String SESSION = "/xrpc/com.atproto.server.createSession";
  private static final String RECORD = "/xrpc/com.atproto.repo.putRecord";

  @Override
  Publisher publisher(Http http) {
    return new Bluesky(
        new ChannelSettings.Bluesky(url(), "shop.example", new Secret("secret-password")), http);
  }

  @BeforeEach
  void it_takes_what_comes() {
    channel.resetAll();
    channel.stubFor(
        post(SESSION)
            .willReturn(
                okJson(
                    "{\"accessJwt\": \"jwt\", \"did\": \"did:plc:abc\", \"handle\": \"shop.example\"}")));
    channel.stubFor(
        post(RECORD)
            .willReturn(
                okJson(
                    "{\"uri\": \"at://did:plc:abc/app.bsky.feed.post/k\", \"cid\": \"bafyre\"}")));
  }

  @Test
  void a_post_is_written_under_a_key_of_ours() {
    var posted = publisher().publish(message("We are sorry."));

    assertThat(json(request(SESSION)))
        .isEqualTo(json("{\"identifier\": \"shop.example\", \"password\": \"secret-password\"}"));
    var request = request(RECORD);
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer jwt");
    var key = json(request).path("rkey").asText();
    assertThat(key).matches("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}");
    assertThat(posted.link())
        .contains(URI.create("https://bsky.app/profile/did:plc:abc/post/" + key));
    assertThat(json(request))
        .isEqualTo(
            json(
                """
                {"repo": "did:plc:abc", "collection": "app.bsky.feed.post", "rkey": "%s",
                 "record": {"$type": "app.bsky.feed.post", "text": "We are sorry.",
                   "createdAt": "2026-03-03T15:00:00.123Z", "langs": ["en"], "facets": []}}
                """
                    .formatted(key)));
  }

  @Test
  void a_link_is_marked_by_bytes() {
    publisher().publish(message("Lo siento, señor 👨‍👩‍👧: https://example.org/a."));

    assertThat(json(request(RECORD)).at("/record/facets"))
        .isEqualTo(
            json(
                """
                [{"index": {"byteStart": 38, "byteEnd": 59},
                  "features": [{"$type": "app.bsky.richtext.facet#link",
                                "uri": "https://example.org/a"}]}]
                """));
  }

  @Test
  void the_next_part_answers_the_one_before_in_the_thread_of_the_first() {
    publisher().publish(message("Sorry.", before("at://1 cid1"), before("at://2 cid2")));

    assertThat(json(request(RECORD)).at("/record/reply"))
        .isEqualTo(
            json(
                """
                {"root": {"uri": "at://1", "cid": "cid1"}, "parent": {"uri": "at://2", "cid": "cid2"}}
                """));
  }

  @Test
  void a_repeated_post_is_the_same_to_the_byte() {
    publisher().publish(message("We are sorry."));
    var first = request(RECORD).getBodyAsString();
    channel.resetRequests();
    clock.is("2026-03-03T18:00:00Z");

    publisher().publish(message("We are sorry."));

    assertThat(request(RECORD).getBodyAsString()).isEqualTo(first);
    assertThat(publisher().repeatableFor()).isEqualTo(Publisher.ALWAYS);
  }

  @Test
  void a_log_in_that_works_says_nothing_of_the_post() {
    channel.stubFor(post(RECORD).willReturn(aResponse().withStatus(500)));

    assertThat(failure().kind()).isEqualTo(Kind.UNCLEAR);
  }
}
