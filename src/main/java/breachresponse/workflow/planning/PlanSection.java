package breachresponse.workflow.planning;

import breachresponse.plan.PlanContent;
import breachresponse.workflow.forms.Answers;
import java.util.Map;

/** The form of one part of the plan. */
public interface PlanSection {

  /** The user task whose form it is, by its id. */
  String task();

  /** What the form shows and proposes. */
  Map<String, Object> shown(PlanContent draft);

  /**
   * The plan with what was answered.
   *
   * @throws IllegalArgumentException naming the field and the remedy
   */
  PlanContent settled(PlanContent draft, Answers answers);
}
