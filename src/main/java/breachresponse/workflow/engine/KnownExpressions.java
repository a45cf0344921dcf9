package breachresponse.workflow.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/** The expressions that a query may have: who asks and what time it is. All others are programs. */
final class KnownExpressions {

  private static final Pattern KNOWN =
      Pattern.compile("[$#]\\{\\s*(currentUser|currentUserGroups|now)\\(\\)\\s*}");

  private KnownExpressions() {}

  /** Of the query itself and of all its alternatives, which know each other. */
  static void demand(AbstractQuery<?, ?> query) {
    demand(query, new HashSet<>());
  }

  private static void demand(AbstractQuery<?, ?> query, Set<AbstractQuery<?, ?>> seen) {
    if (!seen.add(query)) {
      return;
    }
    query.getExpressions().forEach(KnownExpressions::demand);
    if (query instanceof TaskQueryImpl tasks) {
      tasks.getQueries().forEach(alternative -> demand(alternative, seen));
    }
  }

  private static void demand(String of, String expression) {
    if (!KNOWN.matcher(expression).matches()) {
      throw new BadUserRequestException(
          "%sExpression: only ${currentUser()}, ${currentUserGroups()} and ${now()} are answered, please give a value"
              .formatted(of));
    }
  }
}
