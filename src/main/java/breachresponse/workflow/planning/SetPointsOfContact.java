package breachresponse.workflow.planning;

import breachresponse.delivery.MailAddress;
import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.plan.ResponsePlan.Contact;
import breachresponse.plan.ResponsePlan.PointOfContact;
import breachresponse.workflow.forms.Answers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where customers, the press, authorities and partners turn. */
@Component
class SetPointsOfContact implements PlanSection {

  private static final List<String> AUDIENCES = List.of("press", "authorities", "partners");

  @Override
  public String task() {
    return "setPointsOfContact";
  }

  @Override
  public Map<String, Object> shown(PlanContent draft) {
    var shown = new HashMap<String, Object>();
    shown.put("email", draft.contact().email());
    shown.put("phone", draft.contact().phone());
    shown.put("page", draft.contact().page());
    for (var point : draft.pointsOfContact()) {
      shown.put(point.audience() + "Name", point.name());
      shown.put(point.audience() + "Email", point.email());
      shown.put(point.audience() + "Phone", point.phone());
    }
    return shown;
  }

  @Override
  public PlanContent settled(PlanContent draft, Answers answers) {
    return PlanContentBuilder.builder(draft)
        .contact(
            new Contact(
                address(answers, "email"),
                answers.needText("phone"),
                answers.text("page").orElse("")))
        .pointsOfContact(
            AUDIENCES.stream()
                .filter(audience -> answers.text(audience + "Name").isPresent())
                .map(
                    audience ->
                        new PointOfContact(
                            audience,
                            answers.needText(audience + "Name"),
                            address(answers, audience + "Email"),
                            answers.text(audience + "Phone").orElse("")))
                .toList())
        .build();
  }

  private static String address(Answers answers, String field) {
    return MailAddress.shown(MailAddress.ofOurs(field, answers.needText(field)));
  }
}
