package breachresponse.workflow.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys diagrams, tables and forms together at start, under the names that they have in the
 * project wherever it runs: a resource named by its path on one machine would be a change on the
 * next.
 */
@Component
class NamedDeployment extends SpringBootProcessEnginePlugin
    implements CamundaDeploymentConfiguration {

  private static final List<String> PATTERNS =
      List.of("processes/*.bpmn", "processes/*.dmn", "forms/*.form", "forms/*.html");

  @Override
  public void preInit(SpringProcessEngineConfiguration engine) {
    engine.setDeploymentResources(getDeploymentResources().toArray(Resource[]::new));
    engine.setDeploymentName("breach-response");
  }

  @Override
  public Set<Resource> getDeploymentResources() {
    var resources = new LinkedHashSet<Resource>();
    for (var pattern : PATTERNS) {
      var folder = pattern.substring(0, pattern.indexOf('/') + 1);
      found(pattern).forEach(file -> resources.add(named(folder + file.getFilename(), file)));
    }
    return resources;
  }

  private static List<Resource> found(String pattern) {
    try {
      return Arrays.asList(
          new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Resource named(String name, Resource file) {
    try {
      return new NamedResource(name, file.getContentAsByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static class NamedResource extends ByteArrayResource implements ContextResource {
    private final String name;

    NamedResource(String name, byte[] content) {
      super(content);
      this.name = name;
    }

    @Override
    public String getPathWithinContext() {
      return name;
    }
  }
}
