package breachresponse.signoff;

import java.util.List;

/** Who must sign what. The domain asks; a decision table answers. */
public interface SignatoryRules {

  /**
   * @param criticality the case's level, 0 to 6
   * @return the groups that must sign; never empty
   */
  List<String> signatoriesOf(Document.Kind kind, int criticality);
}
