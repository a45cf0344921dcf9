package breachresponse.channel;

import breachresponse.channel.ChannelFailure.Kind;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A page on Facebook, Graph API. Posts of a page are no replies: each part stands alone. */
final class FacebookPage implements Publisher {

  /** Limits of calls come as status 400 with these codes. */
  private static final Pattern TOO_MANY_CALLS =
      Pattern.compile("\"code\"\\s*:\\s*(4|17|32|341|613)\\b");

  private final ChannelSettings.Facebook settings;
  private final Http http;

  FacebookPage(ChannelSettings.Facebook settings, Http http) {
    this.settings = settings;
    this.http = http;
  }

  @Override
  public Posted publish(Message message) {
    var address = Http.address(settings.url(), "/%s/feed".formatted(settings.page()));
    try {
      var answer =
          http.post(
              address,
              headers -> headers.setBearerAuth(settings.token().value()),
              Map.of("message", message.text()));
      var id = answer.need("id");
      return new Posted(id, Optional.of(URI.create("https://www.facebook.com/" + id)));
    } catch (ChannelFailure failure) {
      throw failure.kind() == Kind.REFUSED && TOO_MANY_CALLS.matcher(failure.getMessage()).find()
          ? new ChannelFailure(Kind.LATER, failure.getMessage(), failure.retryAfter())
          : failure;
    }
  }
}
