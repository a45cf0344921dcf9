package breachresponse.filing;

import breachresponse.obligation.Duty;

/** Which form a filing takes. The domain asks; a decision table answers. */
public interface FormRules {

  /**
   * @return the id of a form
   */
  String formOf(Duty duty);
}
