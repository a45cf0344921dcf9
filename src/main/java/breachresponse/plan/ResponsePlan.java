package breachresponse.plan;

import breachresponse.incident.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the organisation decided before any breach.
 *
 * @param organisation its name, as customers know it
 * @param facts what the law asks of the organisation itself: the default of every case
 * @param sender who signs and sends the notices to customers: the CEO
 * @param contact where people turn with questions
 * @param team where test sends, reminders and escalations go
 * @param deputies the group that steps in for a group that is late
 * @param zone the zone in which staff read times that no law gives a zone
 * @param fallbackLanguage the language of people whose own language has no text
 * @param targets the organisation's own time limits, where the law has no number
 */
@ConfigurationProperties("breach.plan")
public record ResponsePlan(
    String organisation,
    Facts.Organisation facts,
    Sender sender,
    Contact contact,
    List<String> team,
    Map<String, String> deputies,
    java.time.ZoneId zone,
    String fallbackLanguage,
    Targets targets) {

  public record Sender(String name, String title, String address) {}

  public record Contact(String email, String phone, String page) {}

  /**
   * @param triage within which a report is held to be a breach or not
   * @param answer within which the team answers what a case asks of it
   * @param withoutUndueDelay our target for duties that have no number in the law
   * @param signature within which a signatory signs before the deputy is asked as well
   * @param holdReview after which a hold of law enforcement without an end is asked about again
   */
  public record Targets(
      Duration triage,
      Duration answer,
      Duration withoutUndueDelay,
      Duration signature,
      Duration holdReview) {}
}
