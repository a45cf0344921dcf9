package breachresponse.workflow.deployment;

import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Forms in HTML are looked for in the deployment of their diagram alone, and Modeler deploys a
 * diagram without its folders. One that is not brought along is taken from the version before.
 */
@Component
class PagesOfTasks {

  static final String EMBEDDED = "embedded:deployment:";

  void takeFromBefore(DeploymentEntity deployment, Delivery delivery) {
    for (var diagram : delivery.diagrams()) {
      for (var task : diagram.model().getModelElementsByType(UserTask.class)) {
        page(task)
            .filter(name -> !delivery.hasFile(name))
            .flatMap(name -> before(Way.process(task), name))
            .ifPresent(page -> add(page, deployment));
      }
    }
  }

  private static Optional<String> page(UserTask task) {
    return Optional.ofNullable(task.getCamundaFormKey())
        .filter(key -> key.startsWith(EMBEDDED))
        .map(key -> key.substring(EMBEDDED.length()));
  }

  private static Optional<ResourceEntity> before(Process process, String name) {
    var engine = Context.getCommandContext();
    return Optional.ofNullable(
            engine.getProcessDefinitionManager().findLatestProcessDefinitionByKey(process.getId()))
        .map(
            version ->
                engine
                    .getResourceManager()
                    .findResourceByDeploymentIdAndResourceName(version.getDeploymentId(), name));
  }

  private static void add(ResourceEntity before, DeploymentEntity deployment) {
    var page = new ResourceEntity();
    page.setName(before.getName());
    page.setBytes(before.getBytes());
    page.setDeploymentId(deployment.getId());
    deployment.addResource(page);
    Context.getCommandContext().getResourceManager().insertResource(page);
  }
}
