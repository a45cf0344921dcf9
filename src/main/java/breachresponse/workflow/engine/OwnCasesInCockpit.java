package breachresponse.workflow.engine;

import java.util.List;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.db.QueryService;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.webapp.db.QueryParameters;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the lists of Cockpit, whose queries go past the engine's, leave out the restricted cases of
 * others too. Cockpit itself would show them to administrators.
 */
@Component
class OwnCasesInCockpit {

  private final IdentityService identities;

  OwnCasesInCockpit(IdentityService identities) {
    this.identities = identities;
  }

  @EventListener(WebServerInitializedEvent.class)
  void standBeforeTheQueries() {
    Cockpit.setCockpitRuntimeDelegate(
        new DefaultCockpitRuntimeDelegate() {
          @Override
          public QueryService getQueryService(String engineName) {
            return new Queries(super.getQueryService(engineName));
          }
        });
  }

  private class Queries implements QueryService {

    private final QueryService cockpits;

    Queries(QueryService cockpits) {
      this.cockpits = cockpits;
    }

    @Override
    public <T> List<T> executeQuery(String statement, QueryParameters parameters) {
      ownOnly(parameters);
      return cockpits.executeQuery(statement, parameters);
    }

    @Override
    public Long executeQueryRowCount(String statement, ListQueryParameterObject parameters) {
      ownOnly(parameters);
      return cockpits.executeQueryRowCount(statement, parameters);
    }

    private void ownOnly(ListQueryParameterObject parameters) {
      var who = identities.getCurrentAuthentication();
      parameters.getTenantCheck().setTenantCheckEnabled(true);
      parameters.getTenantCheck().setAuthTenantIds(who == null ? List.of() : who.getTenantIds());
    }
  }
}
