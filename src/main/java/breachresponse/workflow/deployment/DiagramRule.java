package breachresponse.workflow.deployment;

import java.util.stream.Stream;

/** What must hold of a diagram before it is deployed. */
interface DiagramRule {

  Stream<Finding> findings(Drawn diagram, Delivery delivery);
}
