package breachresponse.notice;

import java.util.List;
import java.util.Map;
import org.springframework.util.StringUtils;

/** On which channels people are told. The domain asks; a decision table answers. */
public interface ChannelRules {

  /**
   * One channel of several.
   *
   * @param name {@code email}, {@code blog}, {@code mastodon}; that of an audience, {@code press},
   *     where people tell it in their own way
   * @param order those with a lower number go first
   * @param signedBy the group in whose name the message speaks: {@code ceo}, {@code pr}
   */
  record Channel(String name, int order, String signedBy) {

    private static final Map<String, String> SPELT =
        Map.of("linkedin", "LinkedIn", "wordpress", "WordPress");

    /**
     * @return {@code LinkedIn}, {@code X}
     */
    public static String title(String name) {
      return SPELT.getOrDefault(name, StringUtils.capitalize(name));
    }
  }

  /**
   * @param criticality the case's level, 0 to 6
   * @return the channels in their order; none is a valid answer
   */
  List<Channel> channelsFor(int criticality, Audience audience);
}
