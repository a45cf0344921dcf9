package breachresponse.workflow.decisions;

import breachresponse.notice.Audience;
import breachresponse.notice.ChannelRules;
import breachresponse.plan.ResponsePlan;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reads channels from {@code channels.dmn}, one from each row that applies and that the plan uses.
 */
@Component
class DmnChannelRules implements ChannelRules {

  private final DecisionTables tables;
  private final ResponsePlan plan;

  DmnChannelRules(DecisionTables tables, ResponsePlan plan) {
    this.tables = tables;
    this.plan = plan;
  }

  @Override
  public List<Channel> channelsFor(int criticality, Audience audience) {
    return tables
        .rows("channels", Map.of("level", criticality, "audience", audience.key()))
        .stream()
        .map(
            row ->
                new Channel(
                    (String) row.get("channel"),
                    (Integer) row.get("order"),
                    (String) row.get("signedBy")))
        .filter(channel -> plan.uses(channel.name()))
        .sorted(Comparator.comparingInt(Channel::order))
        .toList();
  }
}
