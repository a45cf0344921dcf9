package breachresponse.channel;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The page of an organisation on LinkedIn, Posts API. Posts are no replies: each part stands alone.
 */
final class LinkedIn implements Publisher {

  /** What the "little text format" would take for markup. */
  private static final Pattern SPECIAL = Pattern.compile("[\\\\|{}@\\[\\]()<>#*_~]");

  private final ChannelSettings.LinkedIn settings;
  private final Http http;

  LinkedIn(ChannelSettings.LinkedIn settings, Http http) {
    this.settings = settings;
    this.http = http;
  }

  @Override
  public Posted publish(Message message) {
    var body = new LinkedHashMap<String, Object>();
    body.put("author", "urn:li:organization:" + settings.organization());
    body.put("commentary", escaped(message.text()));
    body.put("visibility", "PUBLIC");
    body.put(
        "distribution",
        Map.of(
            "feedDistribution", "MAIN_FEED",
            "targetEntities", List.of(),
            "thirdPartyDistributionChannels", List.of()));
    body.put("lifecycleState", "PUBLISHED");
    body.put("isReshareDisabledByAuthor", false);
    var answer =
        http.post(
            Http.address(settings.url(), "/rest/posts"),
            headers -> {
              headers.setBearerAuth(settings.token().value());
              headers.set("LinkedIn-Version", settings.version());
              headers.set("X-Restli-Protocol-Version", "2.0.0");
            },
            body);
    var id = answer.needHeader("x-restli-id");
    return new Posted(
        id, Optional.of(URI.create("https://www.linkedin.com/feed/update/%s/".formatted(id))));
  }

  static String escaped(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$0");
  }
}
