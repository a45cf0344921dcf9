package breachresponse.workflow.deployment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * All ways through one process that have not been approved. A way is over where it is approved: it
 * has passed a sign-off, and then a flow that only a signed text takes. What waits for several ways
 * at once is reached when all of them reach it, so that one that is approved approves the rest.
 */
class Walk {

  /** Where a way stands. One that is asked has passed a sign-off, which may have refused. */
  record Stand(FlowNode node, boolean asked) {}

  private record Arrival(SequenceFlow flow, boolean asked) {}

  private final SignOffBeforeSending rule;
  private final Delivery delivery;
  private final Map<Stand, Optional<Stand>> before = new LinkedHashMap<>();
  private final Deque<Stand> next = new ArrayDeque<>();
  private final Map<Arrival, Stand> arrivals = new HashMap<>();
  private final Set<Boolean> ends = new LinkedHashSet<>();
  private final List<Way> sending = new ArrayList<>();

  /**
   * @param starts where it begins
   * @param asked whether its caller has passed a sign-off
   */
  Walk(
      SignOffBeforeSending rule,
      Delivery delivery,
      Process process,
      Collection<StartEvent> starts,
      boolean asked) {
    this.rule = rule;
    this.delivery = delivery;
    starts.forEach(start -> stand(new Stand(start, asked), Optional.empty()));
    begin(process, asked, Optional.empty());
    while (!next.isEmpty()) {
      leave(next.remove());
    }
  }

  /** The shortest way to each step that sends. */
  List<Way> sending() {
    return sending;
  }

  /** With which answers to "has it been asked?" a way reaches an end. */
  Set<Boolean> ends() {
    return ends;
  }

  private void stand(Stand stand, Optional<Stand> from) {
    if (!before.containsKey(stand)) {
      before.put(stand, from);
      next.add(stand);
    }
  }

  /** What can happen while the process or subprocess runs. */
  private void begin(ModelElementInstance scope, boolean asked, Optional<Stand> from) {
    inner(scope, SubProcess.class)
        .filter(SubProcess::triggeredByEvent)
        .flatMap(event -> inner(event, StartEvent.class))
        .forEach(start -> stand(new Stand(start, asked), from));
  }

  private void leave(Stand stand) {
    var node = stand.node();
    var sends = rule.whatItTells(node, delivery);
    if (sends.isPresent()) {
      sending.add(new Way(steps(stand), sends.get(), stand.asked()));
      return;
    }
    if (node instanceof Activity) {
      boundaries(node).forEach(event -> stand(new Stand(event, stand.asked()), Optional.of(stand)));
    }
    if (rule.isSignOff(node, delivery)) {
      goOn(new Stand(node, true), Optional.of(stand));
    } else if (node instanceof CallActivity call) {
      call(call, stand);
    } else if (node instanceof SubProcess scope) {
      begin(scope, stand.asked(), Optional.of(stand));
      inner(scope, StartEvent.class)
          .forEach(start -> stand(new Stand(start, stand.asked()), Optional.of(stand)));
    } else if (node instanceof EndEvent) {
      end(node.getParentElement(), stand);
    } else {
      goOn(stand, Optional.of(stand));
    }
  }

  private void call(CallActivity call, Stand stand) {
    rule.walk(call.getCalledElement(), stand.asked(), delivery)
        .ifPresent(
            called -> {
              called.sending().forEach(way -> sending.add(way.after(steps(stand))));
              called.ends().forEach(asked -> goOn(new Stand(call, asked), Optional.of(stand)));
            });
  }

  /** The end of an event subprocess may be that of what is around it. */
  private void end(ModelElementInstance scope, Stand stand) {
    if (scope instanceof SubProcess within && within.triggeredByEvent()) {
      end(within.getParentElement(), stand);
    } else if (scope instanceof SubProcess within) {
      goOn(new Stand(within, stand.asked()), Optional.of(stand));
    } else {
      ends.add(stand.asked());
    }
  }

  private void goOn(Stand left, Optional<Stand> from) {
    outOf(left.node())
        .filter(flow -> !(left.asked() && rule.isForSignedOnly(flow)))
        .forEach(flow -> arrive(new Arrival(flow, left.asked()), from.orElseThrow()));
    elsewhere(left.node()).forEach(node -> stand(new Stand(node, left.asked()), from));
  }

  private void arrive(Arrival arrival, Stand from) {
    arrivals.putIfAbsent(arrival, from);
    var node = arrival.flow().getTarget();
    if (!(node instanceof ParallelGateway)) {
      stand(new Stand(node, arrival.asked()), Optional.of(from));
      return;
    }
    var flows = flows(node).filter(flow -> node.equals(flow.getTarget())).toList();
    if (flows.stream().allMatch(flow -> hasArrived(flow, false))) {
      stand(new Stand(node, false), Optional.of(from));
    }
    if (flows.stream().allMatch(flow -> hasArrived(flow, false) || hasArrived(flow, true))
        && flows.stream().anyMatch(flow -> hasArrived(flow, true))) {
      stand(new Stand(node, true), Optional.of(from));
    }
  }

  /** By the flows themselves, as the engine goes: what a node says of its flows may be missing. */
  static Stream<SequenceFlow> outOf(FlowNode node) {
    return flows(node).filter(flow -> node.equals(flow.getSource()));
  }

  private static Stream<SequenceFlow> flows(FlowNode node) {
    return inner(node.getParentElement(), SequenceFlow.class);
  }

  private boolean hasArrived(SequenceFlow flow, boolean asked) {
    return arrivals.containsKey(new Arrival(flow, asked));
  }

  private static Stream<BoundaryEvent> boundaries(FlowNode node) {
    return inner(node.getParentElement(), BoundaryEvent.class)
        .filter(event -> node.equals(event.getAttachedTo()));
  }

  /** Where a link or a compensation goes on. */
  private static Stream<FlowNode> elsewhere(FlowNode node) {
    if (node instanceof IntermediateThrowEvent event) {
      var link = links(event.getChildElementsByType(LinkEventDefinition.class));
      return inner(node.getParentElement(), IntermediateCatchEvent.class)
          .filter(
              target ->
                  links(target.getChildElementsByType(LinkEventDefinition.class)).stream()
                      .anyMatch(link::contains))
          .map(FlowNode.class::cast);
    }
    return node instanceof BoundaryEvent
        ? inner(node.getParentElement(), Association.class)
            .filter(association -> node.equals(association.getSource()))
            .map(Association::getTarget)
            .filter(FlowNode.class::isInstance)
            .map(FlowNode.class::cast)
        : Stream.of();
  }

  private static List<String> links(Collection<LinkEventDefinition> definitions) {
    return definitions.stream().map(LinkEventDefinition::getName).toList();
  }

  private static <T extends ModelElementInstance> Stream<T> inner(
      ModelElementInstance scope, Class<T> type) {
    return scope.getChildElementsByType(type).stream();
  }

  private List<FlowNode> steps(Stand stand) {
    var steps = new ArrayList<FlowNode>();
    for (var at = Optional.of(stand); at.isPresent(); at = before.get(at.get())) {
      steps.add(0, at.get().node());
    }
    return steps;
  }
}
