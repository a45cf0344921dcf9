package breachresponse.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.channel.ChannelSettings.Webhook.Format;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookTest extends ChannelContract {

  @Override
  Publisher publisher(Http http) {
    return publisher(http, Format.STANDARD, "secret-of-both");
  }

  @Override
  boolean readsItsAnswer() {
    return false;
  }

  @Test
  void a_message_is_signed_with_its_id_and_time() {
    answers(aResponse().withStatus(204));

    publisher().publish(message("We are sorry."));

    var request = request("/hooks/breach");
    assertThat(request.getHeader("webhook-id")).isEqualTo("msg_" + KEY);
    assertThat(request.getHeader("webhook-timestamp")).isEqualTo("1772550000");
    assertThat(request.getHeader("webhook-signature"))
        .isEqualTo(
            "v1,"
                + signature(
                    "secret-of-both",
                    "msg_%s.1772550000.%s".formatted(KEY, request.getBodyAsString())));
    assertThat(json(request))
        .isEqualTo(
            json(
                """
                {"type": "notice.published", "timestamp": "2026-03-03T15:00:00.123456Z",
                 "data": {"title": "Notice of data breach", "text": "We are sorry.",
                   "html": "<p>We are <em>sorry</em>.</p>", "language": "en",
                   "url": "https://www.example.org/notices/2026-03-03-notice"}}
                """));
    assertThat(publisher().repeatableFor()).isEqualTo(Publisher.ALWAYS);
  }

  /** The example of the specification of Standard Webhooks. */
  @Test
  void a_signature_is_as_the_standard_shows_it() {
    var key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    assertThat(
            Base64.getEncoder()
                .encodeToString(
                    Hmac.of(
                        "HmacSHA256",
                        key,
                        "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}")))
        .isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void a_secret_in_base64_is_decoded() {
    answers(aResponse().withStatus(204));

    publisher(Format.STANDARD, "whsec_c2VjcmV0LW9mLWJvdGg=").publish(message("We are sorry."));

    var request = request("/hooks/breach");
    assertThat(request.getHeader("webhook-signature"))
        .isEqualTo(
            "v1,"
                + signature(
                    "secret-of-both",
                    "msg_%s.1772550000.%s".formatted(KEY, request.getBodyAsString())));
  }

  @Test
  void slack_gets_a_text_that_calls_nobody() {
    answers(aResponse().withStatus(200).withBody("ok"));

    publisher(Format.SLACK, "secret").publish(message("Sorry <!channel> & all"));

    assertThat(json(request("/hooks/breach")))
        .isEqualTo(json("{\"text\": \"Sorry &lt;!channel&gt; &amp; all\", \"mrkdwn\": false}"));
    assertThat(publisher(Format.SLACK, "secret").repeatableFor()).isZero();
  }

  @Test
  void teams_gets_an_adaptive_card_in_which_markdown_is_text_like_any_other() {
    answers(aResponse().withStatus(202));

    publisher(Format.TEAMS, "secret").publish(message("[We](https://evil.example) are sorry."));

    assertThat(json(request("/hooks/breach")))
        .isEqualTo(
            json(
                """
                {"type": "message", "attachments": [{
                  "contentType": "application/vnd.microsoft.card.adaptive",
                  "content": {"$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                    "type": "AdaptiveCard", "version": "1.4",
                    "body": [
                      {"type": "RichTextBlock", "inlines": [
                        {"type": "TextRun", "text": "Notice of data breach", "weight": "Bolder"}]},
                      {"type": "RichTextBlock", "inlines": [
                        {"type": "TextRun", "text": "[We](https://evil.example) are sorry."}]}]}}]}
                """));
  }

  private Publisher publisher(Format format, String secret) {
    return publisher(patient(), format, secret);
  }

  private Publisher publisher(Http http, Format format, String secret) {
    return new Webhook(
        new ChannelSettings.Webhook(
            URI.create(url() + "/hooks/breach"), new Secret(secret), format),
        http,
        clock);
  }

  private static String signature(String key, String signed) {
    return Base64.getEncoder()
        .encodeToString(Hmac.of("HmacSHA256", key.getBytes(StandardCharsets.UTF_8), signed));
  }
}
