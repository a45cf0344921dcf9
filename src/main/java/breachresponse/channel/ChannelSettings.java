package breachresponse.channel;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the organisation has accounts, and how to post there. A channel is connected once all of
 * its credentials are there; without any of them, people post by hand.
 *
 * @param timeout how long an answer is waited for
 */
@ConfigurationProperties("breach.channels")
record ChannelSettings(
    @DefaultValue("20s") Duration timeout,
    @DefaultValue X x,
    @DefaultValue Facebook facebook,
    @DefaultValue Mastodon mastodon,
    @DefaultValue Bluesky bluesky,
    @DefaultValue LinkedIn linkedin,
    @DefaultValue WordPress wordpress,
    @DefaultValue Webhook webhook) {

  /** OAuth 1.0a: its tokens do not expire, those of OAuth 2.0 last two hours. */
  record X(
      @DefaultValue("https://api.x.com") URI url,
      Secret consumerKey,
      Secret consumerSecret,
      Secret token,
      Secret tokenSecret) {}

  /**
   * @param page the id of the page
   * @param token a page access token that does not expire
   */
  record Facebook(
      @DefaultValue("https://graph.facebook.com/v26.0") URI url, String page, Secret token) {}

  /**
   * @param url of the instance that has the account
   */
  record Mastodon(URI url, Secret token) {}

  /**
   * @param url of the server that has the account (PDS)
   * @param identifier the handle: {@code example.org}
   * @param password an app password
   */
  record Bluesky(
      @DefaultValue("https://bsky.social") URI url, String identifier, Secret password) {}

  /**
   * @param organization the number of the organisation's page
   * @param version of the API, as a month
   */
  record LinkedIn(
      @DefaultValue("https://api.linkedin.com") URI url,
      @DefaultValue("202610") String version,
      String organization,
      Secret token) {}

  /**
   * @param password an application password
   */
  record WordPress(URI url, String user, Secret password) {}

  /**
   * @param secret which the receiver knows too; as it is, or after {@code whsec_} in Base64
   */
  record Webhook(URI url, Secret secret, @DefaultValue("standard") Format format) {

    /** What the body is like: that of Standard Webhooks, or what Slack or Teams take. */
    enum Format {
      STANDARD,
      SLACK,
      TEAMS
    }
  }
}
