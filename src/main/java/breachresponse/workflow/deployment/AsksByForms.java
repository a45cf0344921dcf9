package breachresponse.workflow.deployment;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Each task for people has a form, and each form that is named exists. */
@Component
class AsksByForms implements DiagramRule {

  @Override
  public Stream<Finding> findings(Drawn diagram, Delivery delivery) {
    return diagram
        .elements()
        .filter(element -> Drawn.isBpmn(element, "userTask") || Drawn.isBpmn(element, "startEvent"))
        .flatMap(
            element -> problem(element, delivery).stream().map(p -> diagram.finding(element, p)));
  }

  private static Optional<String> problem(Element element, Delivery delivery) {
    var form = Drawn.camunda(element, "formRef");
    var key = Drawn.camunda(element, "formKey");
    if (form.isPresent()) {
      return reference(element, form.get(), delivery);
    }
    if (key.isPresent()) {
      return key.filter(
              name -> !name.startsWith(PagesOfTasks.EMBEDDED) || !delivery.hasFile(file(name)))
          .map(
              name ->
                  "has the form %s, which does not exist; please name a Camunda form that does, or deploy the file with this diagram"
                      .formatted(name));
    }
    return Drawn.isBpmn(element, "userTask")
        ? Optional.of(
            "has no form, so that nobody could complete it; please name one in Form reference")
        : Optional.empty();
  }

  private static Optional<String> reference(Element element, String form, Delivery delivery) {
    var binding = Drawn.camunda(element, "formRefBinding").orElse("latest");
    return switch (binding) {
      case "latest" ->
          delivery.knowsForm(form)
              ? Optional.empty()
              : Optional.of(
                  "has the form %s, which does not exist; please deploy the form before or together with this diagram"
                      .formatted(form));
      case "deployment" ->
          delivery.bringsForm(form)
              ? Optional.empty()
              : Optional.of(
                  "has the form %s of the same deployment, which does not bring it; please deploy both together, or set Binding to latest"
                      .formatted(form));
      default ->
          Optional.of(
              "has the form %s in a fixed version, which grows old unseen; please set Binding to latest"
                  .formatted(form));
    };
  }

  private static String file(String key) {
    return key.substring(PagesOfTasks.EMBEDDED.length());
  }
}
