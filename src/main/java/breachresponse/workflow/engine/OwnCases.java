package breachresponse.workflow.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;

/**
 * Shows nobody what belongs to a restricted case that is not theirs: the engine adds this to each
 * of its queries and checks. It would let administrators see the cases of all tenants; here they
 * see those to which they were let in. What the software itself does is not held up.
 */
class OwnCases extends TenantManager {

  @Override
  public boolean isTenantCheckEnabled() {
    var engine = Context.getCommandContext();
    return engine.isTenantCheckEnabled()
        && engine.isAuthorizationCheckEnabled()
        && getCurrentAuthentication() != null;
  }

  static class Factory implements SessionFactory {

    /** The engine asks for its own. */
    @Override
    public Class<?> getSessionType() {
      return TenantManager.class;
    }

    @Override
    public Session openSession() {
      return new OwnCases();
    }
  }
}
