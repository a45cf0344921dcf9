package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.Diagram;
import breachresponse.support.Reached;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;

/** What all the tests together have reached; the build runs it after them. */
class CoverageTest {

  @Test
  void every_flow_node_of_every_diagram_is_reached_by_a_test() {
    var reached = Reached.NODES.all();
    var nodes =
        Diagram.all().stream()
            .flatMap(
                diagram ->
                    diagram
                        .elements(FlowNode.class)
                        .map(node -> diagram.name() + "/" + node.getId()));

    assertThat(nodes.filter(node -> !reached.contains(node))).isEmpty();
  }

  @Test
  void every_form_is_looked_at_in_a_browser() {
    var reached = Reached.FORMS.all();
    var forms = Diagram.files("forms", "").map(form -> form.getFileName().toString());

    assertThat(forms.filter(form -> !reached.contains(form))).isEmpty();
  }
}
