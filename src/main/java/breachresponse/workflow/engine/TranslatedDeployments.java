package breachresponse.workflow.engine;

import breachresponse.language.Catalogue;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/**
 * Deploys diagrams and forms in the language of the installation, whether they come with a start or
 * from Modeler. It does so before the engine compares them with what it has, so that a start that
 * changes nothing deploys nothing.
 */
class TranslatedDeployments extends RepositoryServiceImpl {

  private final Catalogue catalogue;

  TranslatedDeployments(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
    if (catalogue.translates()) {
      builder
          .getDeployment()
          .getResources()
          .forEach(
              (name, resource) ->
                  resource.setBytes(ShownTexts.replaced(name, resource.getBytes(), catalogue::of)));
    }
    return super.deployWithResult(builder);
  }
}
