package breachresponse.workflow.desk;

import static java.util.stream.Collectors.joining;

import breachresponse.evidence.ActsInWords;
import breachresponse.evidence.Timeline;
import breachresponse.exercise.Exercises;
import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.CriticalityScale;
import breachresponse.incident.Facts;
import breachresponse.incident.Incident;
import breachresponse.incident.Incidents;
import breachresponse.incident.Vocabulary;
import breachresponse.language.Catalogue;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.obligation.Verdict;
import breachresponse.plan.Plans;
import breachresponse.plan.Readiness;
import breachresponse.plan.ResponsePlan;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.Members;
import breachresponse.workflow.restricted.Unattended;
import breachresponse.workflow.staff.People;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The case at a glance, in Markdown, as every form shows it above its questions. */
@Component
public class CaseSheet {

  private static final Pattern ADDRESS = Pattern.compile("https://[\\w./?=&%#-]*[\\w/]");

  /** Of addresses too: Tasklist makes links of them, which would begin after another mark. */
  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*_{}\\[\\]()#+!|<>~@-]|:(?=//)|(?<=\\b[wW]{3})\\.");

  private final Incidents incidents;
  private final CaseAccess access;
  private final CriticalityScale scale;
  private final Vocabulary vocabulary;
  private final ObligationRegister obligations;
  private final ResponsePlan plan;
  private final Plans plans;
  private final SignOffs signOffs;
  private final Exercises exercises;
  private final Timeline timeline;
  private final ActsInWords acts;
  private final Clock clock;
  private final Readiness readiness;
  private final Words words;
  private final LawTexts laws;
  private final People people;
  private final Members members;
  private final Unattended unattended;
  private final LegalHoldSheet legalHolds;
  private final Catalogue catalogue;

  CaseSheet(
      Incidents incidents,
      CaseAccess access,
      CriticalityScale scale,
      Vocabulary vocabulary,
      ObligationRegister obligations,
      ResponsePlan plan,
      Plans plans,
      SignOffs signOffs,
      Exercises exercises,
      Timeline timeline,
      ActsInWords acts,
      Clock clock,
      Readiness readiness,
      Words words,
      LawTexts laws,
      People people,
      Members members,
      Unattended unattended,
      LegalHoldSheet legalHolds,
      Catalogue catalogue) {
    this.incidents = incidents;
    this.access = access;
    this.scale = scale;
    this.vocabulary = vocabulary;
    this.obligations = obligations;
    this.plan = plan;
    this.plans = plans;
    this.signOffs = signOffs;
    this.exercises = exercises;
    this.timeline = timeline;
    this.acts = acts;
    this.clock = clock;
    this.readiness = readiness;
    this.words = words;
    this.laws = laws;
    this.people = people;
    this.members = members;
    this.unattended = unattended;
    this.legalHolds = legalHolds;
    this.catalogue = catalogue;
  }

  /** Number, title, criticality and the facts as last recorded. */
  public String of(CaseNumber caseNumber) {
    var incident = incidents.get(caseNumber);
    var lines = new ArrayList<String>();
    lines.add(catalogue.of("**Case %s** · %s").formatted(caseNumber, plain(incident.title())));
    if (incident.exercise()) {
      lines.addAll(exercise(incident));
    }
    lines.addAll(restriction(caseNumber));
    lines.addAll(legalHolds.lines(caseNumber));
    incident.criticality().ifPresent(level -> lines.add(criticality(incident, level)));
    incidents.facts(caseNumber).ifPresent(latest -> lines.addAll(lines(latest.facts())));
    lines.add(pinned(caseNumber));
    lapsed().ifPresent(lines::add);
    signOffs.unseen(caseNumber).stream().map(this::unseen).forEach(lines::add);
    timeline.of(caseNumber, Timeline.INTERVENTION).stream()
        .map(this::intervention)
        .forEach(lines::add);
    return String.join("\n\n", lines);
  }

  /** Who alone may see the case, and what nobody of them may do. */
  private List<String> restriction(CaseNumber caseNumber) {
    var named = access.people(caseNumber);
    if (named.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add(
        catalogue
            .of("**Only these people may see this case:** %s")
            .formatted(plain(named.stream().map(people::name).collect(joining(", ")))));
    var unreachable = members.unreachable(caseNumber);
    if (!unreachable.isEmpty()) {
      lines.add(
          catalogue
              .of("**No mail reaches these people, please tell them of what is due:** %s")
              .formatted(plain(unreachable.stream().map(people::name).collect(joining(", ")))));
    }
    var waiting = unattended.of(caseNumber);
    if (!waiting.isEmpty()) {
      lines.add(
          catalogue
              .of("**Nobody of them may do this, please let somebody in:** %s")
              .formatted(plain(String.join("; ", waiting))));
    }
    return lines;
  }

  /** That it is one, and what its scenario has let come out by now. */
  private List<String> exercise(Incident incident) {
    var lines = new ArrayList<String>();
    lines.add(
        catalogue
            .of("**Exercise, %s:** nothing of this has happened, and nothing leaves the building.")
            .formatted(catalogue.of(incident.timeScale().inWords())));
    exercises
        .find(incident.caseNumber())
        .map(exercise -> exercise.knownAt(clock.instant()))
        .filter(known -> !known.isEmpty())
        .map(known -> known.stream().map(it -> "* " + plain(it.strip())).collect(joining("\n")))
        .map(catalogue.of("What has come out so far:").concat("\n\n")::concat)
        .ifPresent(lines::add);
    return lines;
  }

  private String pinned(CaseNumber caseNumber) {
    return plans
        .pinned(caseNumber)
        .map(
            version ->
                "[%s](/api/plan/versions/%d/booklet)"
                    .formatted(
                        catalogue.of("Response plan, version %d").formatted(version), version))
        .orElseGet(
            () ->
                catalogue.of(
                    "**No response plan was in force:** the case runs on the built-in default."));
  }

  private String unseen(Document released) {
    return catalogue
        .of("**Released in an emergency, a second look is open:** %s")
        .formatted(plain(released.title()));
  }

  /** Whoever decides on should know that forms and signatures may have been passed by. */
  private String intervention(Timeline.Entry entry) {
    return catalogue
        .of("**An administrator intervened past the forms:** %s, %s, %s")
        .formatted(
            plain(people.name(entry.by())),
            plain(acts.detail(entry)),
            words.at(entry.at(), plan.zone()));
  }

  /** A plan that lapsed is better than none, but whoever acts by it should know. */
  private Optional<String> lapsed() {
    var report = readiness.report();
    return report.state() == Readiness.State.LAPSED
        ? Optional.of(
            catalogue
                .of("**The response plan (version %d) has lapsed**: %s")
                .formatted(
                    report.version().number(),
                    report.lapses().stream()
                        .map(lapse -> catalogue.of(lapse.kind().title()).toLowerCase(Locale.ROOT))
                        .distinct()
                        .collect(joining(", "))))
        : Optional.empty();
  }

  /** The same, and by when the task is to be done. */
  public String of(DelegateTask task) {
    return of(Desk.caseOf(task))
        + Optional.ofNullable(task.getDueDate())
            .map(due -> words.deadline(due.toInstant(), plan.zone()))
            .map(due -> "\n\n" + catalogue.of("**Due** %s").formatted(due))
            .orElse("");
  }

  /** The same, and what we want to have reached by when: a law may be earlier, or ask nothing. */
  public String of(DelegateTask task, String aim, Instant target) {
    return "%s\n\n%s"
        .formatted(
            of(task),
            catalogue
                .of("Our own target, which is not law: %s by %s")
                .formatted(catalogue.of(aim), words.deadline(target, plan.zone())));
  }

  /** The open obligations of the case, the first due first, as a table. */
  public String obligations(CaseNumber caseNumber) {
    var open =
        obligations.of(caseNumber).stream()
            .filter(obligation -> !obligation.status().isOver())
            .toList();
    return open.isEmpty() ? catalogue.of("The facts trigger no duty to tell anyone.") : table(open);
  }

  /** What laws that concern the case do not ask for, and why, as a table. */
  public String notTriggered(CaseNumber caseNumber) {
    var not = obligations.notTriggered(caseNumber);
    return not.isEmpty()
        ? catalogue.of("No law that concerns the case leaves anybody out.")
        : catalogue.of("| Who is not told | Law | Why not |")
            + "\n| --- | --- | --- |\n"
            + not.stream().map(this::omission).collect(joining("\n"));
  }

  /** An obligation to choose in a form, which cuts long labels off at the end. */
  public static Map<String, String> choice(Obligation obligation) {
    var duty = obligation.duty();
    return Map.of(
        "value",
        obligation.id().toString(),
        "label",
        "%s, %s: %s".formatted(duty.jurisdiction(), duty.recipientName(), duty.citation()));
  }

  /** These obligations as a table, in the order given. */
  public String table(List<Obligation> rows) {
    return catalogue.of("| Who is told | Law | Due, or what became of it |")
        + "\n| --- | --- | --- |\n"
        + rows.stream().map(this::row).collect(joining("\n"));
  }

  /**
   * When an obligation falls due, in words: the law's instant, our target, or what it waits for.
   */
  public String due(Obligation obligation) {
    var clock = obligation.clock();
    return clock
        .due()
        .map(due -> words.deadline(due, clock.zone()))
        .or(
            () ->
                clock
                    .target()
                    .map(
                        target ->
                            catalogue
                                .of("%s (our own target: the law has no number)")
                                .formatted(words.deadline(target, clock.zone()))))
        .orElseGet(
            () -> catalogue.of("waits for %s").formatted(catalogue.of(clock.startsWithInWords())));
  }

  /** Text of other people as text: nothing of it is read as Markdown, nor as a link. */
  public static String plain(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$0").replaceAll("\\R", " ");
  }

  /** The same, but that addresses of web pages can be followed. */
  public static String linked(String text) {
    var linked = new StringBuilder();
    var address = ADDRESS.matcher(text);
    var from = 0;
    while (address.find()) {
      linked
          .append(plain(text.substring(from, address.start())))
          .append("<%s>".formatted(address.group()));
      from = address.end();
    }
    return linked.append(plain(text.substring(from))).toString();
  }

  private String row(Obligation obligation) {
    return "| %s%s | %s | %s |"
        .formatted(
            plain(catalogue.of(obligation.duty().recipientName())),
            doubt(obligation),
            law(obligation),
            obligation.status().isOver() ? end(obligation) : due(obligation));
  }

  private String end(Obligation obligation) {
    return obligation
        .filedAt()
        .map(
            at ->
                catalogue
                    .of(obligation.isLateAt(at) ? "told %s, late" : "told %s")
                    .formatted(words.at(at, obligation.clock().zone())))
        .orElseGet(
            () ->
                catalogue
                    .of("not told: %s")
                    .formatted(plain(obligation.releaseReason().orElse(""))));
  }

  private String omission(Obligation obligation) {
    return "| %s | %s | %s |"
        .formatted(
            plain(catalogue.of(obligation.duty().recipientName())),
            law(obligation),
            plain(obligation.finding().inWords()));
  }

  private String law(Obligation obligation) {
    var duty = obligation.duty();
    return "%s (%s)%s"
        .formatted(
            laws.linked(duty),
            duty.jurisdiction(),
            duty.confidence().equals("low")
                ? ", **%s**".formatted(catalogue.of("not certain"))
                : "");
  }

  /** Until it is known, an undecided duty counts as owed; so does a lapsed one, until released. */
  private String doubt(Obligation obligation) {
    var why = plain(obligation.finding().inWords());
    if (obligation.status() == Obligation.Status.NO_LONGER_TRIGGERED) {
      return " " + catalogue.of("**(no longer triggered:** %s)").formatted(why);
    }
    return obligation.finding().verdict() == Verdict.UNDECIDED
        ? " " + catalogue.of("**(undecided:** we do not know %s)").formatted(why)
        : "";
  }

  private String criticality(Incident incident, int level) {
    return catalogue
        .of("Criticality **%d** of 6, %s: %s")
        .formatted(
            level,
            plain(catalogue.of(scale.level(level).name())),
            plain(catalogue.of(incident.criticalityReason().orElse(""))));
  }

  private List<String> lines(Facts facts) {
    var lines = new ArrayList<String>();
    if (facts.awareAt() != null) {
      lines.add(
          catalogue
              .of("Aware since %s")
              .formatted(words.at(facts.awareAt().toInstant(), plan.zone())));
    }
    if (facts.affected() != null) {
      lines.add(
          catalogue
              .of("People affected: %d (%s)")
              .formatted(
                  facts.people(),
                  facts.affected().stream().map(this::place).collect(joining(", "))));
    }
    if (facts.dataCategories() != null) {
      lines.add(
          catalogue
              .of("Data: %s")
              .formatted(
                  facts.dataCategories().stream()
                      .map(vocabulary::dataCategory)
                      .map(catalogue::of)
                      .sorted()
                      .collect(joining("; "))));
    }
    if (facts.risk() != null) {
      lines.add(
          catalogue
              .of("Risk to people: %s")
              .formatted(catalogue.of(facts.risk().name().toLowerCase(Locale.ROOT))));
    }
    if (facts.hold() != null) {
      lines.add(catalogue.of("**Hold of law enforcement:** %s").formatted(inWords(facts.hold())));
    }
    return lines;
  }

  /** Who ordered it, by which law, from when and until when. */
  public String inWords(Facts.Hold hold) {
    return "%s%s%s, %s"
        .formatted(
            plain(hold.basis()),
            hold.orderedBy() == null
                ? ""
                : catalogue.of(", ordered by %s").formatted(plain(hold.orderedBy())),
            hold.from() == null
                ? ""
                : catalogue
                    .of(", from %s")
                    .formatted(words.at(hold.from().toInstant(), plan.zone())),
            hold.until() == null
                ? catalogue.of("nobody has said yet until when")
                : catalogue
                    .of("until %s")
                    .formatted(words.deadline(hold.until().toInstant(), plan.zone())));
  }

  private String place(Facts.Affected affected) {
    return affected.residence()
        + " "
        + (affected.people() == null ? catalogue.of("unknown") : affected.people())
        + (Boolean.TRUE.equals(affected.estimated()) ? " " + catalogue.of("estimated") : "");
  }
}
