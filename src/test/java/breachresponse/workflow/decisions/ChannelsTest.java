package breachresponse.workflow.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.notice.Audience;
import breachresponse.notice.ChannelRules;
import breachresponse.support.ApplicationTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ChannelsTest {

  @Autowired private ChannelRules rules;

  @ParameterizedTest(name = "{1} at level {0}: {2}")
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          LEVEL, AUDIENCE,  CHANNELS
          0,     CUSTOMERS, 1 email by ceo
          6,     CUSTOMERS, 1 email by ceo
          1,     PUBLIC,    ''
          2,     PUBLIC,    2 blog by ceo
          3,     PUBLIC,    '2 blog by ceo, 4 x by pr, 4 facebook by pr'
          4,     PUBLIC,    '2 blog by ceo, 4 x by pr, 4 facebook by pr'
          5,     PUBLIC,    '2 blog by ceo, 4 x by ceo, 4 facebook by ceo'
          4,     PRESS,     ''
          5,     PRESS,     5 press by pr
          6,     EMPLOYEES, ''
          6,     AUTHORITIES, ''
          6,     PARTNERS,  ''
          """)
  void each_row_is_reached_and_just_missed(int level, Audience audience, String channels) {
    assertThat(rules.channelsFor(level, audience))
        .extracting(
            channel -> "%d %s by %s".formatted(channel.order(), channel.name(), channel.signedBy()))
        .isEqualTo(channels.isEmpty() ? List.of() : List.of(channels.split(", ")));
  }

  /** As process owners do: the level says from when on it is wanted. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "authorities",
        "wordpress",
        "mastodon",
        "bluesky",
        "linkedin",
        "webhook",
        "employees",
        "partners"
      })
  void what_is_switched_off_is_there_with_a_level_above_the_highest(String channel)
      throws Exception {
    var table = Files.readString(Path.of("processes/channels.dmn"));

    assertThat(table)
        .containsPattern("<text>&gt; 6</text>(?s:(?!</rule>).)*<text>\"" + channel + "\"</text>");
  }
}
