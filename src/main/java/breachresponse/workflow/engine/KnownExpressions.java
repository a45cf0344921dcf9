package breachresponse.workflow.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;

/**
 * The expressions that a query may have: who asks and what time it is. All others are programs. The
 * engine refuses them in a query that somebody asks, but not among its alternatives
 * (CVE-2026-109432, mended in its paid editions alone), nor in filters.
 */
class KnownExpressions extends CommandInterceptor {

  private static final Pattern KNOWN =
      Pattern.compile("[$#]\\{\\s*(currentUser|currentUserGroups|now)\\(\\)\\s*}");

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof AbstractQuery<?, ?> query) {
      demand(query);
    }
    return next.execute(command);
  }

  /** Of the query itself and of all its alternatives, which know each other. */
  static void demand(Query<?, ?> query) {
    demand((AbstractQuery<?, ?>) query, new HashSet<>());
  }

  private static void demand(AbstractQuery<?, ?> query, Set<AbstractQuery<?, ?>> seen) {
    // a filter may be asked nothing besides
    if (query == null || !seen.add(query)) {
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
