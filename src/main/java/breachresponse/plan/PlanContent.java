package breachresponse.plan;

import breachresponse.incident.Facts;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * All that one version of the plan says. What the settings say is the default, on which a breach is
 * answered while no version is in force, and from which the first one starts.
 */
@RecordBuilder
@ConfigurationProperties("breach.plan")
public record PlanContent(
    String organisation,
    Facts.Organisation facts,
    Set<String> residences,
    Sender sender,
    Contact contact,
    List<PointOfContact> pointsOfContact,
    List<String> team,
    List<Person> people,
    List<Seat> seats,
    Map<String, String> deputies,
    List<Channel> channels,
    ZoneId zone,
    String fallbackLanguage,
    Voice voice,
    Wording wording,
    List<HoldingStatement> holdingStatements,
    Map<String, String> remarksOnDuties,
    BigDecimal substituteThreshold,
    Map<String, Integer> reviewedTables,
    Targets targets)
    implements ResponsePlan {

  public PlanContent {
    residences = residences == null ? Set.of() : residences;
    pointsOfContact = pointsOfContact == null ? List.of() : pointsOfContact;
    people = people == null ? List.of() : people;
    seats = seats == null ? List.of() : seats;
    channels = channels == null ? List.of() : channels;
    wording = wording == null ? Wording.NONE : wording;
    holdingStatements = holdingStatements == null ? List.of() : holdingStatements;
    reviewedTables = reviewedTables == null ? Map.of() : reviewedTables;
    remarksOnDuties = remarksOnDuties == null ? Map.of() : remarksOnDuties;
  }

  /** With what that says of things on which earlier releases laid nothing down. */
  PlanContent orOf(PlanContent settings) {
    return substituteThreshold == null
        ? PlanContentBuilder.builder(this).substituteThreshold(settings.substituteThreshold).build()
        : this;
  }
}
