package breachresponse.workflow.planning;

import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.plan.ResponsePlan.Targets;
import breachresponse.workflow.forms.Answers;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How fast the organisation wants to be where no law has a number. */
@Component
class SetTargets implements PlanSection {

  @Override
  public String task() {
    return "setTargets";
  }

  @Override
  public Map<String, Object> shown(PlanContent draft) {
    var targets = draft.targets();
    return Map.of(
        "answerHours", targets.answer().toHours(),
        "undueDelayHours", targets.withoutUndueDelay().toHours(),
        "signatureHours", targets.signature().toHours(),
        "holdReviewDays", targets.holdReview().toDays(),
        "emergencyHours", targets.emergency().toHours());
  }

  @Override
  public PlanContent settled(PlanContent draft, Answers answers) {
    return PlanContentBuilder.builder(draft)
        .targets(
            new Targets(
                Duration.ofHours(number(answers, "answerHours")),
                Duration.ofHours(number(answers, "undueDelayHours")),
                Duration.ofHours(number(answers, "signatureHours")),
                draft.targets().reminders(),
                Duration.ofDays(number(answers, "holdReviewDays")),
                Duration.ofHours(number(answers, "emergencyHours"))))
        .build();
  }

  private static long number(Answers answers, String field) {
    return Long.parseLong(answers.needText(field));
  }
}
