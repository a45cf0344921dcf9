package breachresponse.workflow.cockpit;

import jakarta.ws.rs.ForbiddenException;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginResource;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
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
    refuseUnless(Permissions.ACCESS, Resources.APPLICATION, "cockpit");
  }

  /**
   * Process owners use Cockpit too, and find the processes that run, to move them: of the cases
   * they see nothing.
   */
  void refuseWhoMayNotSeeCases() {
    refuseWhoMayNotUseCockpit();
    refuseUnless(Permissions.READ_HISTORY, Resources.PROCESS_DEFINITION, "respond-to-breach");
  }

  void refuseUnless(Permission permission, Resource resource, String id) {
    var who = getCurrentAuthentication();
    var allowed =
        getProcessEngine()
            .getAuthorizationService()
            .isUserAuthorized(who.getUserId(), who.getGroupIds(), permission, resource, id);
    if (!allowed) {
      throw new ForbiddenException();
    }
  }
}
