package breachresponse.plan;

import breachresponse.language.Catalogue;
import breachresponse.obligation.Duty;
import breachresponse.obligation.LegalBaseline;
import breachresponse.obligation.Requirement;
import breachresponse.plan.Contact.Kind;
import breachresponse.signoff.SignOffs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says whether the plan can be relied on, and if not, why and whose task it is. */
@Component
public class Readiness {

  /** Whose task each part of a plan is. */
  private static final Map<String, String> OWNERS =
      Map.of(
          "establishTheTeam", "senior-leadership",
          "setPointsOfContact", "pr",
          "chooseCommunicationMechanisms", "pr",
          "defineDisclosureLevels", "legal",
          "defineTheCriticalityScale", "cio",
          "reviewLegalObligations", "legal",
          "determineTheVoice", "pr",
          "setTargets", "senior-leadership");

  /** NONE: a breach is answered by the default of the settings. */
  public enum State {
    NONE,
    IN_FORCE,
    LAPSED
  }

  /**
   * @param version by which a breach is answered in any case
   * @param next what is being prepared
   */
  public record Report(
      State state, PlanVersion version, List<Lapse> lapses, Optional<PlanVersion> next) {}

  private final Plans plans;
  private final Completeness completeness;
  private final Confirmations confirmations;
  private final LegalBaseline baseline;
  private final SignOffs signOffs;
  private final LastExercise exercises;
  private final ReadinessSettings settings;
  private final Clock clock;

  Readiness(
      Plans plans,
      Completeness completeness,
      Confirmations confirmations,
      LegalBaseline baseline,
      SignOffs signOffs,
      LastExercise exercises,
      ReadinessSettings settings,
      Clock clock) {
    this.plans = plans;
    this.completeness = completeness;
    this.confirmations = confirmations;
    this.baseline = baseline;
    this.signOffs = signOffs;
    this.exercises = exercises;
    this.settings = settings;
    this.clock = clock;
  }

  /** As it is at this moment. */
  public Report report() {
    var version = plans.inForce();
    var next = plans.inPreparation();
    if (version.isDefault()) {
      return new Report(State.NONE, version, List.of(), next);
    }
    var lapses = lapses(version.content(), version, version.inForceFrom().orElseThrow());
    return new Report(lapses.isEmpty() ? State.IN_FORCE : State.LAPSED, version, lapses, next);
  }

  /** The numbers that wait for somebody of that role to call them. */
  public List<Contact> unconfirmedNumbers(String role) {
    return contacts(Kind.PHONE)
        .filter(contact -> contact.role().equals(role))
        .filter(contact -> isOver(confirmedUntil(contact)))
        .toList();
  }

  /** The addresses to which a link should be mailed now. */
  public List<Contact> addressesToConfirm() {
    return contacts(Kind.MAIL).filter(confirmations::isLinkDue).toList();
  }

  private Stream<Contact> contacts(Kind kind) {
    var version = plans.inForce();
    return version.isDefault()
        ? Stream.empty()
        : Contact.of(version.content()).stream().filter(contact -> contact.kind() == kind);
  }

  private List<Lapse> lapses(PlanContent plan, PlanVersion version, Instant signed) {
    return Stream.of(
            signature(version, signed),
            content(plan, signed),
            review(signed),
            authorities(plan, signed),
            texts(plan, signed),
            rehearsal(signed),
            contacts(plan, signed))
        .flatMap(lapses -> lapses)
        .toList();
  }

  private Stream<Lapse> signature(PlanVersion version, Instant signed) {
    return version.documentId().filter(signOffs::isSigned).isPresent()
        ? Stream.empty()
        : Stream.of(
            new Lapse(Lapse.Kind.SIGNATURE, "the CEO has not signed this version", signed, "ceo"));
  }

  private Stream<Lapse> content(PlanContent plan, Instant signed) {
    return completeness.gapsOf(plan).stream()
        .map(
            gap -> new Lapse(Lapse.Kind.CONTENT, gap.inWords(), signed, OWNERS.get(gap.section())));
  }

  private Stream<Lapse> review(Instant signed) {
    return lapsed(
        Lapse.Kind.REVIEW,
        "this version was signed %s ago".formatted(inWords(settings.review())),
        signed.plus(settings.review()),
        "senior-leadership");
  }

  /** What legal has written down about a duty is a way, too. */
  private Stream<Lapse> authorities(PlanContent plan, Instant signed) {
    return baseline.requirementsFor(plan.facts(), plan.residences()).stream()
        .map(Requirement::duty)
        .filter(duty -> duty.recipient() == Duty.Recipient.AUTHORITY)
        .filter(duty -> duty.howToTell().isEmpty())
        .filter(duty -> !plan.remarksOnDuties().containsKey(duty.id()))
        .map(
            duty ->
                new Lapse(
                    Lapse.Kind.AUTHORITY,
                    "nobody has written down how %s is told (%s, %s)"
                        .formatted(duty.recipientName(), duty.jurisdiction(), duty.citation()),
                    signed,
                    "legal"));
  }

  /** What the voice has sworn off may not stand in a text that is ready to be sent. */
  private Stream<Lapse> texts(PlanContent plan, Instant signed) {
    return plan.holdingStatements().stream()
        .flatMap(
            statement ->
                plan.wording().avoided().stream()
                    .filter(word -> has(statement.text(), word))
                    .map(
                        word ->
                            new Lapse(
                                Lapse.Kind.TEXT,
                                "the holding statement from level %d in %s says '%s'"
                                    .formatted(
                                        statement.level(),
                                        Catalogue.inEnglish(statement.language()),
                                        word),
                                signed,
                                "pr")));
  }

  private static boolean has(String text, String word) {
    return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
  }

  private Stream<Lapse> rehearsal(Instant signed) {
    var last = exercises.lastExercise();
    return lapsed(
        Lapse.Kind.EXERCISE,
        last.isEmpty()
            ? "nobody has rehearsed it"
            : "the last rehearsal ended %s ago".formatted(inWords(settings.exercise())),
        last.map(at -> at.plus(settings.exercise())).orElse(signed),
        "senior-leadership");
  }

  private Stream<Lapse> contacts(PlanContent plan, Instant signed) {
    return Contact.of(plan).stream()
        .flatMap(
            contact ->
                lapsed(
                    contact.kind() == Kind.MAIL ? Lapse.Kind.ADDRESS : Lapse.Kind.PHONE,
                    "%s, %s: not confirmed".formatted(contact.whose(), contact.address()),
                    confirmedUntil(contact).orElse(signed),
                    contact.role()));
  }

  private Optional<Instant> confirmedUntil(Contact contact) {
    return confirmations.last(contact).map(at -> at.plus(settings.contact()));
  }

  private boolean isOver(Optional<Instant> until) {
    return until.filter(clock.instant()::isBefore).isEmpty();
  }

  private Stream<Lapse> lapsed(Lapse.Kind kind, String inWords, Instant since, String role) {
    return isOver(Optional.of(since))
        ? Stream.of(new Lapse(kind, inWords, since, role))
        : Stream.empty();
  }

  private static String inWords(Duration time) {
    return "%d days".formatted(time.toDays());
  }
}
