package breachresponse.plan;

import breachresponse.incident.Facts;
import breachresponse.incident.TimeScale;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param voice how notices speak
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
    Voice voice,
    Targets targets) {

  public record Sender(String name, String title, String address) {}

  public record Contact(String email, String phone, String page) {}

  /**
   * @param triage within which a report is held to be a breach or not
   * @param answer within which the team answers what a case asks of it
   * @param withoutUndueDelay our target for duties that have no number in the law
   * @param signature within which a signatory signs before the deputy is asked as well
   * @param reminders when the team is reminded of a deadline
   * @param holdReview after which a hold of law enforcement without an end is asked about again
   */
  public record Targets(
      Duration triage,
      Duration answer,
      Duration withoutUndueDelay,
      Duration signature,
      Reminders reminders,
      Duration holdReview) {}

  /**
   * @param halfTime whether when half of the time is over
   * @param before how long before the deadline
   */
  public record Reminders(boolean halfTime, List<Duration> before) {

    /** The same reminders in a case whose time runs so. */
    public Reminders in(TimeScale scale) {
      return new Reminders(halfTime, before.stream().map(scale::onTheWall).toList());
    }

    /** The next reminder after that instant; empty where none is left before the deadline. */
    public Optional<Instant> next(Instant start, Instant deadline, Instant after) {
      var half = start.plus(Duration.between(start, deadline).dividedBy(2));
      return Stream.concat(
              halfTime ? Stream.of(half) : Stream.empty(),
              before.stream().map(deadline::minus).filter(start::isBefore))
          .filter(after::isBefore)
          .min(Comparator.naturalOrder());
    }
  }
}
