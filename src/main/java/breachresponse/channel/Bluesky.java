package breachresponse.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * An account on Bluesky, over the AT protocol. The key of a post is ours, so that a repeated
 * request writes the same post over itself.
 */
final class Bluesky implements Publisher {

  private static final String POST = "app.bsky.feed.post";
  private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";

  private final ChannelSettings.Bluesky settings;
  private final Http http;

  Bluesky(ChannelSettings.Bluesky settings, Http http) {
    this.settings = settings;
    this.http = http;
  }

  @Override
  public Posted publish(Message message) {
    var session =
        http.post(
            Http.address(settings.url(), "/xrpc/com.atproto.server.createSession"),
            headers -> {},
            Map.of("identifier", settings.identifier(), "password", settings.password().value()));
    var token = session.need("accessJwt");
    var account = session.need("did");
    var key = key(message);
    var answer =
        http.post(
            Http.address(settings.url(), "/xrpc/com.atproto.repo.putRecord"),
            headers -> headers.setBearerAuth(token),
            Map.of("repo", account, "collection", POST, "rkey", key, "record", record(message)));
    return new Posted(
        answer.need("uri") + " " + answer.need("cid"),
        Optional.of(URI.create("https://bsky.app/profile/%s/post/%s".formatted(account, key))));
  }

  @Override
  public Duration repeatableFor() {
    return ALWAYS;
  }

  /** The same each time, down to the moment: another record under the same key is another post. */
  private static Map<String, Object> record(Message message) {
    var record = new LinkedHashMap<String, Object>();
    record.put("$type", POST);
    record.put("text", message.text());
    record.put("createdAt", message.since().truncatedTo(ChronoUnit.MILLIS).toString());
    record.put("langs", List.of(message.article().language()));
    record.put(
        "facets", Links.in(message.text()).stream().map(link -> facet(message, link)).toList());
    message
        .root()
        .ifPresent(
            root ->
                record.put(
                    "reply",
                    Map.of(
                        "root",
                        reference(root),
                        "parent",
                        reference(message.parent().orElseThrow()))));
    return record;
  }

  /** Where a link is, counted in bytes of UTF-8. */
  private static Map<String, Object> facet(Message message, MatchResult link) {
    var start = bytes(message.text().substring(0, link.start()));
    return Map.of(
        "index", Map.of("byteStart", start, "byteEnd", start + bytes(link.group())),
        "features", List.of(Map.of("$type", "app.bsky.richtext.facet#link", "uri", link.group())));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Map<String, String> reference(Posted post) {
    var parts = post.id().split(" ");
    return Map.of("uri", parts[0], "cid", parts[1]);
  }

  /** A timestamp identifier (TID): 53 bits of microseconds and 10 of a clock, here of our key. */
  static String key(Message message) {
    return key(message.since(), message.key().getLeastSignificantBits() & 1023);
  }

  private static String key(Instant at, long clock) {
    var bits = ChronoUnit.MICROS.between(Instant.EPOCH, at) << 10 | clock;
    var key = new StringBuilder();
    for (var shift = 60; shift >= 0; shift -= 5) {
      key.append(DIGITS.charAt((int) (bits >>> shift & 31)));
    }
    return key.toString();
  }
}
