package breachresponse.workflow.engine;

import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/**
 * A query of tasks whose alternatives ask no program. The engine refuses expressions in a query
 * that somebody asks, but looks no deeper (CVE-2026-109432, mended in its paid editions alone).
 */
class Alternatives extends TaskQueryImpl {

  private static final long serialVersionUID = 1;

  Alternatives(CommandExecutor commands) {
    super(commands);
  }

  @Override
  public void addOrQuery(TaskQueryImpl alternative) {
    KnownExpressions.demand(alternative);
    super.addOrQuery(alternative);
  }
}
