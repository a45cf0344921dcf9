package breachresponse.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.channel.ChannelFailure.Kind;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordPressTest extends ChannelContract {

  private static final String POSTS = "/wp-json/wp/v2/posts";
  private static final String LOOK_UP = POSTS + "?slug=2026-03-03-notice&status=publish";
  private static final String POST =
      "{\"id\": 42, \"link\": \"https://blog.example/2026-03-03-notice/\"}";

  @Override
  Publisher publisher(Http http) {
    return new WordPress(
        new ChannelSettings.WordPress(url(), "shop", new Secret("secret-password")), http);
  }

  @BeforeEach
  void nothing_is_there_yet() {
    channel.resetAll();
    channel.stubFor(get(LOOK_UP).willReturn(okJson("[]")));
    channel.stubFor(post(POSTS).willReturn(okJson(POST).withStatus(201)));
    channel.stubFor(post(POSTS + "/42").willReturn(okJson(POST)));
  }

  @Test
  void a_post_is_published_under_the_slug_of_our_own_page() {
    var posted = publisher().publish(message("We are sorry."));

    assertThat(posted.id()).isEqualTo("42");
    assertThat(posted.link()).contains(URI.create("https://blog.example/2026-03-03-notice/"));
    var request = request(POSTS);
    // shop:secret-password
    assertThat(request.getHeader("Authorization")).isEqualTo("Basic c2hvcDpzZWNyZXQtcGFzc3dvcmQ=");
    assertThat(request(LOOK_UP).getHeader("Authorization")).startsWith("Basic ");
    assertThat(json(request))
        .isEqualTo(
            json(
                """
                {"title": "Notice of data breach", "content": "<p>We are <em>sorry</em>.</p>",
                 "slug": "2026-03-03-notice", "status": "publish"}
                """));
  }

  @Test
  void what_is_there_is_brought_up_to_date_and_not_posted_again() {
    channel.stubFor(get(LOOK_UP).willReturn(okJson("[" + POST + "]")));

    publisher().publish(message("We are sorry."));

    channel.verify(0, postRequestedFor(urlEqualTo(POSTS)));
    assertThat(json(request(POSTS + "/42")))
        .isEqualTo(
            json(
                "{\"title\": \"Notice of data breach\", \"content\": \"<p>We are <em>sorry</em>.</p>\"}"));
    assertThat(publisher().repeatableFor()).isEqualTo(Publisher.ALWAYS);
  }

  @Test
  void a_look_up_that_works_says_nothing_of_the_post() {
    channel.stubFor(post(POSTS).willReturn(aResponse().withStatus(500)));

    assertThat(failure().kind()).isEqualTo(Kind.UNCLEAR);
  }
}
