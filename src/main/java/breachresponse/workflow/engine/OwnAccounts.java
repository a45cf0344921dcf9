package breachresponse.workflow.engine;

import breachresponse.identity.Subjects;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Whose account is deleted, by whichever door, does not get it back by logging in once more. */
class OwnAccounts extends DbIdentityServiceProvider {

  private final Subjects subjects;

  OwnAccounts(Subjects subjects) {
    this.subjects = subjects;
  }

  @Override
  public IdentityOperationResult deleteUser(String id) {
    var result = super.deleteUser(id);
    subjects.shutOut(id);
    return result;
  }

  record Factory(Subjects subjects) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return WritableIdentityProvider.class;
    }

    @Override
    public Session openSession() {
      return new OwnAccounts(subjects);
    }
  }
}
