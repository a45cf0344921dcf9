package breachresponse.channel;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** Signs requests by OAuth 1.0a (RFC 5849) with HMAC-SHA1, whose tokens do not expire. */
final class OAuth1 {

  private final ChannelSettings.X settings;
  private final Clock clock;
  private final Supplier<String> nonce;

  OAuth1(ChannelSettings.X settings, Clock clock) {
    this(settings, clock, () -> UUID.randomUUID().toString().replace("-", ""));
  }

  OAuth1(ChannelSettings.X settings, Clock clock, Supplier<String> nonce) {
    this.settings = settings;
    this.clock = clock;
    this.nonce = nonce;
  }

  /** The header for a request whose body is JSON, which is not signed. */
  String authorization(String method, URI address) {
    return authorization(method, address, Map.of());
  }

  /**
   * @param parameters of a form or query, which are signed
   */
  String authorization(String method, URI address, Map<String, String> parameters) {
    var ours = new TreeMap<String, String>();
    ours.put("oauth_consumer_key", settings.consumerKey().value());
    ours.put("oauth_nonce", nonce.get());
    ours.put("oauth_signature_method", "HMAC-SHA1");
    ours.put("oauth_timestamp", String.valueOf(clock.instant().getEpochSecond()));
    ours.put("oauth_token", settings.token().value());
    ours.put("oauth_version", "1.0");
    var all = new TreeMap<>(ours);
    all.putAll(parameters);
    ours.put("oauth_signature", signature(method, address, all));
    return "OAuth " + joined(ours, "%s=\"%s\"", ", ");
  }

  private String signature(String method, URI address, Map<String, String> parameters) {
    var base =
        "%s&%s&%s"
            .formatted(
                method, encoded(address.toString()), encoded(joined(parameters, "%s=%s", "&")));
    var key =
        encoded(settings.consumerSecret().value()) + "&" + encoded(settings.tokenSecret().value());
    return Base64.getEncoder()
        .encodeToString(Hmac.of("HmacSHA1", key.getBytes(StandardCharsets.UTF_8), base));
  }

  private static String joined(Map<String, String> parameters, String each, String separator) {
    return parameters.entrySet().stream()
        .map(entry -> each.formatted(encoded(entry.getKey()), encoded(entry.getValue())))
        .collect(joining(separator));
  }

  /** RFC 3986, of which the encoding of forms differs in three characters. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
