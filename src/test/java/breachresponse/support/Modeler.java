package breachresponse.support;

import breachresponse.workflow.staff.DemoStaff;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** The requests that Camunda Modeler makes when somebody deploys: REST, with Basic. */
public class Modeler {

  private final TestRestTemplate web;
  private final String person;
  private final List<String> deployed = new ArrayList<>();

  public Modeler(TestRestTemplate web, String person) {
    this.web = web;
    this.person = person;
  }

  /**
   * @param files contents by name; the first is the diagram that is open, the rest goes with it
   */
  public ResponseEntity<JsonNode> deploys(Map<String, String> files) {
    var form = new LinkedMultiValueMap<String, Object>();
    form.add("deployment-name", "From Modeler");
    form.add("deployment-source", "Camunda Modeler");
    form.add("enable-duplicate-filtering", "true");
    files.forEach((name, content) -> form.add(name, new Named(name, content)));
    var answer =
        web.exchange(
            RequestEntity.post(web.getRootUri() + "/engine-rest/deployment/create")
                .headers(headers -> headers.setBasicAuth(person, DemoStaff.PASSWORD))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form),
            JsonNode.class);
    if (answer.getStatusCode().is2xxSuccessful()) {
      deployed.add(answer.getBody().get("id").asText());
    }
    return answer;
  }

  /** Another request of the engine's REST. */
  public ResponseEntity<JsonNode> posts(String path, Object json) {
    return web.exchange(
        RequestEntity.post(web.getRootUri() + "/engine-rest" + path)
            .headers(headers -> headers.setBasicAuth(person, DemoStaff.PASSWORD))
            .contentType(MediaType.APPLICATION_JSON)
            .body(json),
        JsonNode.class);
  }

  /**
   * So that other tests find what they know, the last first. Only with a process that is deleted
   * for itself the engine has the version before started by its messages and timers again.
   */
  public void takeBack(RepositoryService repository) {
    for (var last = deployed.size() - 1; last >= 0; last--) {
      var deployment = deployed.get(last);
      var processes =
          repository.createProcessDefinitionQuery().deploymentId(deployment).list().stream()
              .map(ProcessDefinition::getId)
              .toArray(String[]::new);
      if (processes.length > 0) {
        repository.deleteProcessDefinitions().byIds(processes).cascade().delete();
      }
      repository.deleteDeployment(deployment, true);
    }
    deployed.clear();
  }

  private static class Named extends ByteArrayResource {
    private final String name;

    Named(String name, String content) {
      super(content.getBytes(StandardCharsets.UTF_8));
      this.name = name;
    }

    @Override
    public String getFilename() {
      return name;
    }
  }
}
