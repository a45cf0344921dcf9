package breachresponse.plan;

import breachresponse.incident.Facts;
import breachresponse.incident.TimeScale;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the organisation decided before any breach. Whoever asks for it anywhere gets {@link
 * PlanInForce}, which answers by the version that is in force at that moment.
 */
public interface ResponsePlan {

  /** Its name, as customers know it. */
  String organisation();

  /** What the law asks of the organisation itself: the default of every case. */
  Facts.Organisation facts();

  /** Where its customers live: codes of ISO 3166. */
  Set<String> residences();

  /** Who signs and sends the notices to customers: the CEO. */
  Sender sender();

  /** Where people turn with questions. */
  Contact contact();

  /** Where others than customers turn. */
  List<PointOfContact> pointsOfContact();

  /** Where test sends, reminders and escalations go. */
  List<String> team();

  /** Everybody whom the plan names. */
  List<Person> people();

  /** Who fills which role. */
  List<Seat> seats();

  /** The group that steps in for a group that is late. */
  Map<String, String> deputies();

  /** How the organisation makes itself heard; none: as the table of channels has it. */
  List<Channel> channels();

  /** Whether to speak there; what is no channel of the plan's, as the press, is not its choice. */
  default boolean uses(String channel) {
    return channels().isEmpty() || !Channel.NAMES.contains(channel) || ownerOf(channel).isPresent();
  }

  /** The group that answers for a channel, if the plan uses it. */
  default Optional<String> ownerOf(String channel) {
    return channels().stream()
        .filter(chosen -> chosen.name().equals(channel))
        .map(Channel::owner)
        .findFirst();
  }

  /** The zone in which staff read times that no law gives a zone. */
  ZoneId zone();

  /** The language of people whose own language has no text. */
  String fallbackLanguage();

  /** How notices speak. */
  Voice voice();

  /** The words of that voice. */
  Wording wording();

  /** What may be said in the first hour, written in calm. */
  List<HoldingStatement> holdingStatements();

  /** What legal said about the duties that the law tables find, by id of the duty. */
  Map<String, String> remarksOnDuties();

  /**
   * What share of a notice's mails may miss people, in percent, before legal decides whether the
   * public is told in their place.
   */
  BigDecimal substituteThreshold();

  /** Which version of a decision table was found right, by the table's key. */
  Map<String, Integer> reviewedTables();

  /** The organisation's own time limits, where the law has no number. */
  Targets targets();

  record Sender(String name, String title, String address) {}

  record Contact(String email, String phone, String page) {}

  /**
   * @param audience who turns there: {@code press}, {@code authorities}, {@code partners}
   */
  record PointOfContact(String audience, String name, String email, String phone) {}

  /**
   * A role and who fills it, each by the id of a person.
   *
   * @param role a group: {@code legal}
   * @param deputies step in where the first is late or away
   */
  record Seat(String role, String first, List<String> deputies) {}

  /**
   * @param id the name to log in with
   * @param email of work
   * @param phone reached when the systems are down
   * @param otherAddress an address outside of the organisation's own systems, or empty
   */
  record Person(String id, String name, String email, String phone, String otherAddress) {}

  /**
   * @param name as the table of channels has it: {@code blog}
   * @param owner the group that answers for it
   * @param account where people find us on it
   */
  record Channel(String name, String owner, String account) {

    /** Those that an organisation chooses from. */
    public static final List<String> NAMES =
        List.of(
            "email",
            "blog",
            "wordpress",
            "x",
            "facebook",
            "mastodon",
            "bluesky",
            "linkedin",
            "webhook");
  }

  /**
   * @param greetings how a letter begins, by language; where there is none, as the template has it
   * @param closings what stands above the signature, by language
   * @param preferred words to use
   * @param avoided words to leave out
   */
  record Wording(
      Map<String, String> greetings,
      Map<String, String> closings,
      List<String> preferred,
      List<String> avoided) {

    /** No wishes. */
    public static final Wording NONE = new Wording(Map.of(), Map.of(), List.of(), List.of());
  }

  /**
   * @param level the lowest criticality that it is for, 0 to 6
   * @param text Markdown, of which {@code {{organisation}}} and the like are filled in
   */
  record HoldingStatement(int level, String language, String text) {

    /** That of the highest level up to the given one. */
    public static Optional<HoldingStatement> at(
        int criticality, String language, List<HoldingStatement> all) {
      return all.stream()
          .filter(statement -> statement.language().equals(language))
          .filter(statement -> statement.level() <= criticality)
          .max(Comparator.comparingInt(HoldingStatement::level));
    }
  }

  /**
   * @param answer within which the team answers what a case asks of it
   * @param withoutUndueDelay our target for duties that have no number in the law; towards people
   *     that of the case's level on {@code criticality-scale.dmn}
   * @param signature within which a signatory signs before the deputy is asked as well
   * @param reminders when the team is reminded of a deadline
   * @param holdReview after which a hold of law enforcement without an end is asked about again
   * @param emergency how long before the law's deadline one person alone may release a text that
   *     lacks signatures
   */
  record Targets(
      Duration answer,
      Duration withoutUndueDelay,
      Duration signature,
      Reminders reminders,
      Duration holdReview,
      Duration emergency) {

    public Targets {
      emergency = emergency == null ? Duration.ofHours(4) : emergency;
    }
  }

  /**
   * @param halfTime whether when half of the time is over
   * @param before how long before the deadline
   */
  record Reminders(boolean halfTime, List<Duration> before) {

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
