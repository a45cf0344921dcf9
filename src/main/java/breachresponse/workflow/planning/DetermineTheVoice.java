package breachresponse.workflow.planning;

import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.plan.ResponsePlan.Sender;
import breachresponse.plan.ResponsePlan.Wording;
import breachresponse.plan.Voice;
import breachresponse.workflow.forms.Answers;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How the organisation speaks to people, and who signs. */
@Component
class DetermineTheVoice implements PlanSection {

  @Override
  public String task() {
    return "determineTheVoice";
  }

  @Override
  public Map<String, Object> shown(PlanContent draft) {
    var shown = new HashMap<String, Object>();
    shown.put("voice", draft.voice().name());
    shown.put("greeting", draft.wording().greeting());
    shown.put("closing", draft.wording().closing());
    shown.put("preferred", String.join("\n", draft.wording().preferred()));
    shown.put("avoided", String.join("\n", draft.wording().avoided()));
    shown.put("senderName", draft.sender().name());
    shown.put("senderTitle", draft.sender().title());
    shown.put("senderAddress", draft.sender().address());
    return shown;
  }

  @Override
  public PlanContent settled(PlanContent draft, Answers answers) {
    return PlanContentBuilder.builder(draft)
        .voice(Voice.valueOf(answers.needText("voice")))
        .wording(
            new Wording(
                answers.text("greeting").orElse(""),
                answers.text("closing").orElse(""),
                Lines.plain(answers, "preferred"),
                Lines.plain(answers, "avoided")))
        .sender(
            new Sender(
                answers.needText("senderName"),
                answers.needText("senderTitle"),
                answers.needText("senderAddress")))
        .build();
  }
}
