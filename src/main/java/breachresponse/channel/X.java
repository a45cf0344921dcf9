package breachresponse.channel;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** X, API v2. It has no key by which a repeated request is known. */
final class X implements Publisher {

  private final Http http;
  private final URI address;
  private final OAuth1 oauth;

  X(ChannelSettings.X settings, Http http, OAuth1 oauth) {
    this.http = http;
    this.address = Http.address(settings.url(), "/2/tweets");
    this.oauth = oauth;
  }

  @Override
  public Posted publish(Message message) {
    var body = new LinkedHashMap<String, Object>();
    body.put("text", message.text());
    message
        .parent()
        .ifPresent(parent -> body.put("reply", Map.of("in_reply_to_tweet_id", parent.id())));
    var answer =
        http.post(
            address,
            headers -> headers.set("Authorization", oauth.authorization("POST", address)),
            body);
    var id = answer.need("data/id");
    return new Posted(id, Optional.of(URI.create("https://x.com/i/web/status/" + id)));
  }
}
