package breachresponse.workflow.planning;

import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.plan.ResponsePlan.Channel;
import breachresponse.workflow.forms.Answers;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On which channels the organisation speaks, who answers for each, and its account there. */
@Component
class ChooseCommunicationMechanisms implements PlanSection {

  @Override
  public String task() {
    return "chooseCommunicationMechanisms";
  }

  @Override
  public Map<String, Object> shown(PlanContent draft) {
    var shown = new HashMap<String, Object>();
    shown.put("used", draft.channels().stream().map(Channel::name).toList());
    for (var channel : draft.channels()) {
      shown.put(channel.name() + "Owner", channel.owner());
      shown.put(channel.name() + "Account", channel.account());
    }
    return shown;
  }

  @Override
  public PlanContent settled(PlanContent draft, Answers answers) {
    var used = answers.list("used");
    return PlanContentBuilder.builder(draft)
        .channels(
            Channel.NAMES.stream()
                .filter(used::contains)
                .map(
                    name ->
                        new Channel(
                            name,
                            answers.needText(name + "Owner"),
                            answers.text(name + "Account").orElse("")))
                .toList())
        .build();
  }
}
