package breachresponse.workflow.deployment;

import static java.util.stream.Collectors.joining;

import breachresponse.language.Catalogue;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/**
 * Looks at all that is about to be deployed, whoever deploys it, and refuses the whole if a part of
 * it could not work or would send what nobody signed.
 */
@Component
public class CheckedDeployments implements Deployer {

  private static final int SHOWN = 10;

  private final List<DiagramRule> rules;
  private final SignOffBeforeSending signOffs;
  private final PagesOfTasks pages;

  private final Catalogue catalogue;

  CheckedDeployments(
      List<DiagramRule> rules,
      SignOffBeforeSending signOffs,
      PagesOfTasks pages,
      Catalogue catalogue) {
    this.pages = pages;
    this.rules = rules;
    this.signOffs = signOffs;
    this.catalogue = catalogue;
  }

  /** Also called when the engine reads again what was deployed before. */
  @Override
  public void deploy(DeploymentEntity deployment) {
    if (deployment.isNew()) {
      var delivery = new Delivery(deployment);
      pages.takeFromBefore(deployment, delivery);
      refuse(findings(delivery), catalogue);
    }
  }

  private List<Finding> findings(Delivery delivery) {
    var ofDiagrams =
        delivery.diagrams().stream()
            .flatMap(diagram -> rules.stream().flatMap(rule -> rule.findings(diagram, delivery)));
    var found = Stream.concat(delivery.unreadable().stream(), ofDiagrams).distinct().toList();
    return found.isEmpty() && !delivery.diagrams().isEmpty()
        ? signOffs.findings(delivery).toList()
        : found;
  }

  static void refuse(List<Finding> findings, Catalogue language) {
    if (!findings.isEmpty()) {
      throw new BadUserRequestException(
          Stream.of(
                  Stream.of(language.of("Nothing is deployed.")),
                  findings.stream().limit(SHOWN).map(finding -> finding.in(language)),
                  more(findings.size() - SHOWN).map(language::of))
              .flatMap(lines -> lines)
              .collect(joining("\n")));
    }
  }

  private static Stream<String> more(int findings) {
    return findings > 0 ? Stream.of("and %d more findings".formatted(findings)) : Stream.of();
  }
}
