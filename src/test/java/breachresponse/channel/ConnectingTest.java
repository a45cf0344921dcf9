package breachresponse.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import breachresponse.channel.ChannelFailure.Kind;
import breachresponse.support.Time;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ConnectingTest {

  @Test
  void without_credentials_no_channel_is_connected() {
    var publishers = publishers(Map.of("breach.channels.mastodon.token", ""));

    assertThat(
            Stream.of("x", "facebook", "mastodon", "bluesky", "linkedin", "wordpress", "webhook"))
        .allMatch(channel -> publishers.of(channel).isEmpty());
  }

  @Test
  void with_all_of_its_credentials_a_channel_is_connected() {
    var publishers =
        publishers(
            Map.of(
                "breach.channels.mastodon.url", "https://social.example",
                "breach.channels.mastodon.token", "abc",
                "breach.channels.bluesky.identifier", "shop.example",
                "breach.channels.bluesky.password", "abc"));

    assertThat(publishers.of("mastodon")).containsInstanceOf(Mastodon.class);
    assertThat(publishers.of("bluesky")).containsInstanceOf(Bluesky.class);
    assertThat(publishers.of("x")).isEmpty();
  }

  @Test
  void credentials_come_from_the_environment() {
    var environment =
        new SystemEnvironmentPropertySource(
            "systemEnvironment",
            Map.of(
                "BREACH_CHANNELS_X_CONSUMERKEY", "abc",
                "BREACH_CHANNELS_X_CONSUMERSECRET", "abc",
                "BREACH_CHANNELS_X_TOKEN", "abc",
                "BREACH_CHANNELS_X_TOKENSECRET", "abc",
                "BREACH_CHANNELS_WEBHOOK_URL", "https://hooks.example/1",
                "BREACH_CHANNELS_WEBHOOK_SECRET", "abc",
                "BREACH_CHANNELS_WEBHOOK_FORMAT", "slack"));
    var publishers =
        new Publishers(
            new Binder(ConfigurationPropertySources.from(environment))
                .bind("breach.channels", ChannelSettings.class)
                .get(),
            new Time());

    assertThat(publishers.of("x")).containsInstanceOf(X.class);
    assertThat(publishers.of("webhook").orElseThrow().repeatableFor()).isZero();
  }

  @Test
  void a_credential_that_is_forgotten_is_named() {
    assertThatIllegalStateException()
        .isThrownBy(() -> publishers(Map.of("breach.channels.x.token", "abc")))
        .withMessageContaining("breach.channels.x.consumer-key: it is missing");
  }

  @Test
  void no_credential_is_sent_in_the_clear() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                publishers(
                    Map.of(
                        "breach.channels.mastodon.url", "http://social.example",
                        "breach.channels.mastodon.token", "abc")))
        .withMessageContaining("breach.channels.mastodon.url")
        .withMessageContaining("https://");
  }

  @Test
  void a_secret_does_not_show_itself() {
    assertThat(settings(Map.of("breach.channels.linkedin.token", "abc123")))
        .extracting(Object::toString)
        .asString()
        .contains("202610")
        .doesNotContain("abc123");
  }

  @Test
  void where_nobody_listens_nothing_was_posted() {
    var nobody = URI.create("http://127.0.0.1:1");
    var mastodon =
        new Mastodon(
            new ChannelSettings.Mastodon(nobody, new Secret("abc")),
            new Http(Duration.ofSeconds(5), new Time()));

    var failure =
        catchThrowableOfType(
            ChannelFailure.class, () -> mastodon.publish(ChannelContract.message("Sorry.")));

    assertThat(failure.kind()).isEqualTo(Kind.LATER);
  }

  private static Publishers publishers(Map<String, String> properties) {
    return new Publishers(settings(properties), new Time());
  }

  private static ChannelSettings settings(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("breach.channels", ChannelSettings.class);
  }
}
