package breachresponse.channel;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/** An account on Mastodon. */
final class Mastodon implements Publisher {

  private final ChannelSettings.Mastodon settings;
  private final Http http;

  Mastodon(ChannelSettings.Mastodon settings, Http http) {
    this.settings = settings;
    this.http = http;
  }

  @Override
  public Posted publish(Message message) {
    var body = new LinkedHashMap<String, Object>();
    body.put("status", message.text());
    body.put("visibility", "public");
    body.put("language", message.article().language());
    message.parent().ifPresent(parent -> body.put("in_reply_to_id", parent.id()));
    var answer =
        http.post(
            Http.address(settings.url(), "/api/v1/statuses"),
            headers -> {
              headers.setBearerAuth(settings.token().value());
              headers.set("Idempotency-Key", message.key().toString());
            },
            body);
    return new Posted(answer.need("id"), Optional.of(answer.needAddress("url")));
  }

  /** It keeps the keys for an hour. */
  @Override
  public Duration repeatableFor() {
    return Duration.ofMinutes(50);
  }
}
