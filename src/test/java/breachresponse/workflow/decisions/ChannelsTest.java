package breachresponse.workflow.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.notice.Audience;
import breachresponse.notice.ChannelRules;
import breachresponse.support.ApplicationTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
          0,     CUSTOMERS, email by ceo
          6,     CUSTOMERS, email by ceo
          1,     PUBLIC,    ''
          2,     PUBLIC,    blog by ceo
          3,     PUBLIC,    'blog by ceo, x by pr, facebook by pr'
          4,     PUBLIC,    'blog by ceo, x by pr, facebook by pr'
          5,     PUBLIC,    'blog by ceo, x by ceo, facebook by ceo'
          """)
  void each_row_is_reached_and_just_missed(int level, Audience audience, String channels) {
    assertThat(rules.channelsFor(level, audience))
        .extracting(channel -> channel.name() + " by " + channel.signedBy())
        .isEqualTo(channels.isEmpty() ? List.of() : List.of(channels.split(", ")));
  }
}
