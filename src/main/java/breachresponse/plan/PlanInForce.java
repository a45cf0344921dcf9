package breachresponse.plan;

import breachresponse.incident.Facts;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The plan, whichever version of it is in force when it is asked. */
@Component
@Primary
class PlanInForce implements ResponsePlan {

  private final Plans plans;

  PlanInForce(Plans plans) {
    this.plans = plans;
  }

  private ResponsePlan now() {
    return plans.inForce().content();
  }

  @Override
  public String organisation() {
    return now().organisation();
  }

  @Override
  public Facts.Organisation facts() {
    return now().facts();
  }

  @Override
  public Set<String> residences() {
    return now().residences();
  }

  @Override
  public Sender sender() {
    return now().sender();
  }

  @Override
  public Contact contact() {
    return now().contact();
  }

  @Override
  public List<PointOfContact> pointsOfContact() {
    return now().pointsOfContact();
  }

  @Override
  public List<String> team() {
    return now().team();
  }

  @Override
  public List<Person> people() {
    return now().people();
  }

  @Override
  public List<Seat> seats() {
    return now().seats();
  }

  @Override
  public Map<String, String> deputies() {
    return now().deputies();
  }

  @Override
  public List<Channel> channels() {
    return now().channels();
  }

  @Override
  public ZoneId zone() {
    return now().zone();
  }

  @Override
  public String fallbackLanguage() {
    return now().fallbackLanguage();
  }

  @Override
  public Voice voice() {
    return now().voice();
  }

  @Override
  public Wording wording() {
    return now().wording();
  }

  @Override
  public List<HoldingStatement> holdingStatements() {
    return now().holdingStatements();
  }

  @Override
  public Map<String, String> remarksOnDuties() {
    return now().remarksOnDuties();
  }

  @Override
  public BigDecimal substituteThreshold() {
    return now().substituteThreshold();
  }

  @Override
  public Map<String, Integer> reviewedTables() {
    return now().reviewedTables();
  }

  @Override
  public Targets targets() {
    return now().targets();
  }
}
