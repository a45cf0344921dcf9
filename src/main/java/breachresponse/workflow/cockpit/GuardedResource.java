package breachresponse.workflow.cockpit;

import jakarta.ws.rs.ForbiddenException;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginResource;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * What a plugin answers. Cockpit lets whoever is signed in ask its plugins: that they may use
 * Cockpit at all is checked here.
 */
abstract class GuardedResource extends AbstractCockpitPluginResource {

  GuardedResource(String engineName) {
    super(engineName);
  }

  void refuseWhoMayNotUseCockpit() {
    var who = getCurrentAuthentication();
    var allowed =
        getProcessEngine()
            .getAuthorizationService()
            .isUserAuthorized(
                who.getUserId(),
                who.getGroupIds(),
                Permissions.ACCESS,
                Resources.APPLICATION,
                "cockpit");
    if (!allowed) {
      throw new ForbiddenException();
    }
  }
}
