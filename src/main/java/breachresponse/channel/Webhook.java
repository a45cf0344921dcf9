package breachresponse.channel;

import breachresponse.channel.ChannelSettings.Webhook.Format;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Any address that takes JSON, signed as Standard Webhooks 1.0 has it: HMAC-SHA256 over id,
 * timestamp and body. Receivers know a repeated message by its id; Slack and Teams look at neither.
 */
final class Webhook implements Publisher {

  private static final String BASE64 = "whsec_";

  private final ChannelSettings.Webhook settings;
  private final Http http;
  private final Clock clock;

  Webhook(ChannelSettings.Webhook settings, Http http, Clock clock) {
    this.settings = settings;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Posted publish(Message message) {
    var id = "msg_" + message.key();
    var timestamp = String.valueOf(clock.instant().getEpochSecond());
    var body = Http.bytes(body(message));
    var signed = "%s.%s.%s".formatted(id, timestamp, new String(body, StandardCharsets.UTF_8));
    http.deliver(
        settings.url(),
        headers -> {
          headers.set("webhook-id", id);
          headers.set("webhook-timestamp", timestamp);
          headers.set(
              "webhook-signature",
              "v1," + Base64.getEncoder().encodeToString(Hmac.of("HmacSHA256", key(), signed)));
        },
        body);
    return new Posted(id, Optional.empty());
  }

  @Override
  public Duration repeatableFor() {
    return settings.format() == Format.STANDARD ? ALWAYS : Duration.ZERO;
  }

  private Map<String, Object> body(Message message) {
    return switch (settings.format()) {
      case STANDARD -> standard(message);
      case SLACK -> Map.of("text", slack(message.text()), "mrkdwn", false);
      case TEAMS -> teams(message);
    };
  }

  private static Map<String, Object> standard(Message message) {
    var article = message.article();
    var data = new LinkedHashMap<String, Object>();
    data.put("title", article.title());
    data.put("text", message.text());
    data.put("html", article.html());
    data.put("language", article.language());
    article.page().ifPresent(page -> data.put("url", page.toString()));
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "notice.published");
    body.put("timestamp", message.since().toString());
    body.put("data", data);
    return body;
  }

  /** Nothing in a text may call people or pass for a link of Slack's. */
  private static String slack(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Map<String, Object> teams(Message message) {
    var lines =
        List.of(
            teams(Map.of("text", message.article().title(), "weight", "Bolder")),
            teams(Map.of("text", message.text())));
    var card =
        Map.of(
            "$schema",
            "http://adaptivecards.io/schemas/adaptive-card.json",
            "type",
            "AdaptiveCard",
            "version",
            "1.4",
            "body",
            lines);
    return Map.of(
        "type",
        "message",
        "attachments",
        List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
  }

  /** A TextBlock would read Markdown in it, and show a link that says one thing and is another. */
  private static Map<String, Object> teams(Map<String, String> text) {
    var run = new LinkedHashMap<String, Object>(text);
    run.put("type", "TextRun");
    return Map.of("type", "RichTextBlock", "inlines", List.of(run));
  }

  private byte[] key() {
    var secret = settings.secret().value();
    return secret.startsWith(BASE64)
        ? Base64.getDecoder().decode(secret.substring(BASE64.length()))
        : secret.getBytes(StandardCharsets.UTF_8);
  }
}
