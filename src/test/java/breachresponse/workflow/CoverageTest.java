package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.Diagram;
import breachresponse.support.ReachedNodes;
import java.io.IOException;
import java.nio.file.Files;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;

/** What all the tests together have reached; the build runs it after them. */
class CoverageTest {

  @Test
  void every_flow_node_of_every_diagram_is_reached_by_a_test() throws IOException {
    var reached = Files.readAllLines(ReachedNodes.FILE);
    var nodes =
        Diagram.all().stream()
            .flatMap(
                diagram ->
                    diagram
                        .elements(FlowNode.class)
                        .map(node -> diagram.name() + "/" + node.getId()));

    assertThat(nodes.filter(node -> !reached.contains(node))).isEmpty();
  }
}
