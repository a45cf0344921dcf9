package breachresponse.calendar;

import java.util.Set;

/** Who works here. The calendar asks, the engine's accounts answer. */
public interface Accounts {

  /**
   * @return the groups that the person is in now; none if there is no such account any more
   */
  Set<String> groupsOf(String person);
}
