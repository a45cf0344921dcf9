package breachresponse.channel;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The channels for which the settings have credentials. */
@Component
class Publishers {

  private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Map<String, Publisher> connected = new TreeMap<>();

  Publishers(ChannelSettings settings, Clock clock) {
    var http = new Http(settings.timeout(), clock);
    var x = settings.x();
    connect(
        "x",
        x.url(),
        credentials(
            "consumer-key", x.consumerKey(),
            "consumer-secret", x.consumerSecret(),
            "token", x.token(),
            "token-secret", x.tokenSecret()),
        () -> new X(x, http, new OAuth1(x, clock)));
    var facebook = settings.facebook();
    connect(
        "facebook",
        facebook.url(),
        credentials("page", facebook.page(), "token", facebook.token()),
        () -> new FacebookPage(facebook, http));
    var mastodon = settings.mastodon();
    connect(
        "mastodon",
        mastodon.url(),
        credentials("url", mastodon.url(), "token", mastodon.token()),
        () -> new Mastodon(mastodon, http));
    var bluesky = settings.bluesky();
    connect(
        "bluesky",
        bluesky.url(),
        credentials("identifier", bluesky.identifier(), "password", bluesky.password()),
        () -> new Bluesky(bluesky, http));
    var linkedIn = settings.linkedin();
    connect(
        "linkedin",
        linkedIn.url(),
        credentials("organization", linkedIn.organization(), "token", linkedIn.token()),
        () -> new LinkedIn(linkedIn, http));
    var wordPress = settings.wordpress();
    connect(
        "wordpress",
        wordPress.url(),
        credentials(
            "url", wordPress.url(), "user", wordPress.user(), "password", wordPress.password()),
        () -> new WordPress(wordPress, http));
    var webhook = settings.webhook();
    connect(
        "webhook",
        webhook.url(),
        credentials("url", webhook.url(), "secret", webhook.secret()),
        () -> new Webhook(webhook, http, clock));
  }

  Optional<Publisher> of(String channel) {
    return Optional.ofNullable(connected.get(channel));
  }

  private void connect(
      String channel, URI url, Map<String, Object> needed, Supplier<Publisher> publisher) {
    var missing = needed.keySet().stream().filter(name -> isMissing(needed.get(name))).toList();
    if (missing.size() == needed.size()) {
      return;
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "breach.channels.%s.%s: it is missing; please set it, or none of %s"
              .formatted(channel, missing.get(0), needed.keySet()));
    }
    if (!"https".equals(url.getScheme()) && !OURSELVES.contains(url.getHost())) {
      throw new IllegalStateException(
          "breach.channels.%s.url: credentials would be sent in the clear, please begin it with https://"
              .formatted(channel));
    }
    connected.put(channel, publisher.get());
  }

  private static boolean isMissing(Object value) {
    return value == null
        || value.toString().isBlank()
        || value instanceof Secret secret && secret.value().isBlank();
  }

  private static Map<String, Object> credentials(Object... namesAndValues) {
    var credentials = new LinkedHashMap<String, Object>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      credentials.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return credentials;
  }
}
