package breachresponse.workflow.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.incident.CriticalityScale;
import breachresponse.incident.CriticalityScale.Level;
import breachresponse.notice.Audience;
import breachresponse.notice.ChannelRules;
import breachresponse.notice.DisclosureRules;
import breachresponse.plan.Role;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignatoryRules;
import breachresponse.support.ApplicationTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class CriticalityScaleTest {

  @Autowired private CriticalityScale scale;
  @Autowired private SignatoryRules signatories;
  @Autowired private ChannelRules channels;
  @Autowired private DisclosureRules disclosure;

  @ParameterizedTest(name = "level {0}: {1}")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          LEVEL | SENSE                                            | WOKEN                                                        | TRIAGE | HOLDING | CUSTOMERS
          0     | publicly available information                   | core-it                                                      | 24     | 24      | 120
          1     | Internal information without personal data       | core-it, cio                                                 | 8      | 24      | 120
          2     | hardly a risk to people                          | core-it, cio, privacy                                        | 4      | 24      | 72
          3     | with a risk to people                            | core-it, cio, privacy, legal                                 | 1      | 4       | 48
          4     | payment data, or a high risk                     | core-it, cio, privacy, legal, pr, senior-leadership          | 1      | 2       | 48
          5     | serious harm to many, or a critical service      | core-it, cio, privacy, legal, pr, senior-leadership, ceo     | 1      | 1       | 24
          6     | National security, life, or otherwise catastroph | core-it, cio, privacy, legal, pr, senior-leadership, ceo     | 1      | 1       | 24
          """)
  void each_level_says_what_it_is_who_is_woken_and_by_when(
      int number, String sense, String woken, int triage, int holding, int customers) {
    var level = scale.level(number);

    assertThat(level.sense()).contains(sense);
    assertThat(level.name()).isNotBlank();
    assertThat(level.examples()).isNotBlank();
    assertThat(level.woken()).isEqualTo(List.of(woken.split(", ")));
    assertThat(level.targets())
        .isEqualTo(
            new CriticalityScale.Targets(
                Duration.ofHours(triage), Duration.ofHours(holding), Duration.ofHours(customers)));
  }

  @Test
  void there_are_seven_levels_and_a_worse_one_wakes_nobody_less_and_gives_no_more_time() {
    var levels = scale.levels();

    assertThat(levels).extracting(Level::number).containsExactly(0, 1, 2, 3, 4, 5, 6);
    for (var worse : levels.subList(1, levels.size())) {
      var better = levels.get(worse.number() - 1);
      assertThat(worse.woken()).containsAll(better.woken());
      assertThat(worse.targets().triage()).isLessThanOrEqualTo(better.targets().triage());
      assertThat(worse.targets().holdingStatement())
          .isLessThanOrEqualTo(better.targets().holdingStatement());
      assertThat(worse.targets().customersTold())
          .isLessThanOrEqualTo(better.targets().customersTold());
    }
  }

  @Test
  void whoever_is_woken_is_a_group_of_ours() {
    var groups = Arrays.stream(Role.values()).map(Role::group).toList();

    assertThat(scale.levels()).allSatisfy(level -> assertThat(groups).containsAll(level.woken()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void the_tables_keyed_by_level_have_an_answer_for_each(int level) {
    for (var kind : Document.Kind.values()) {
      if (kind != Document.Kind.HOLDING_STATEMENT) {
        assertThat(signatories.signatoriesOf(kind, level)).isNotEmpty();
      }
    }
    assertThat(channels.channelsFor(level, Audience.CUSTOMERS)).isNotEmpty();
    assertThat(disclosure.disclosureOf(level, "general")).isNotNull();
  }

  @Test
  void a_level_that_is_not_on_the_scale_is_refused() {
    assertThatThrownBy(() -> scale.level(7)).hasMessageContaining("criticalityScale: no row");
  }
}
