package breachresponse.register;

import static java.util.stream.Collectors.joining;

import breachresponse.evidence.CsvFile;
import breachresponse.incident.Facts;
import breachresponse.incident.Milestone;
import breachresponse.notice.StyledPage;
import breachresponse.obligation.Obligation;
import breachresponse.plan.ResponsePlan;
import breachresponse.print.ShownTime;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The register of breaches to read on paper. */
@Component
class RegisterPage {

  /** A duty, and what there is to say of it. */
  record Said(String who, String words) {}

  /** A row of a breach's sheet. */
  record Row(String label, String words) {}

  private final ResponsePlan plan;
  private final Clock clock;
  private final StyledPage page = new StyledPage("register");

  RegisterPage(ResponsePlan plan, Clock clock) {
    this.plan = plan;
    this.clock = clock;
  }

  String of(BreachRegister.Answer answer, RegisterFilter filter) {
    var time = new ShownTime(plan.zone());
    var shown = new HashMap<String, Object>();
    shown.put("organisation", plan.organisation());
    shown.put("asOf", time.at(clock.instant()));
    shown.put("zone", plan.zone().getId());
    shown.put("filter", String.join(", ", filter.inWords()));
    shown.put("years", answer.years().stream().map(RegisterPage::shown).toList());
    shown.put("lines", answer.lines().stream().map(line -> shown(line, time)).toList());
    return page.with(shown);
  }

  private static Map<String, Object> shown(RegisterYear year) {
    var shown = new HashMap<String, Object>();
    shown.put("year", year);
    shown.put("levels", levels(year.byCriticality()));
    shown.put("people", "%,d".formatted(year.peopleAffected()));
    shown.put("triage", amount(year.toTriage()));
    shown.put("authority", amount(year.toAuthority()));
    shown.put("customers", amount(year.toCustomers()));
    return shown;
  }

  private static String levels(List<Integer> counts) {
    return IntStream.range(0, counts.size())
        .filter(level -> counts.get(level) > 0)
        .mapToObj(level -> "%s: %d".formatted(level(level, counts.size() - 1), counts.get(level)))
        .collect(joining(", "));
  }

  private static String level(int level, int unknown) {
    return level == unknown ? "not assessed" : "level " + level;
  }

  private static String amount(Optional<Duration> time) {
    return time.map(
            took ->
                took.toDays() > 0
                    ? "%d d %d h".formatted(took.toDays(), took.toHoursPart())
                    : "%d h %02d min".formatted(took.toHours(), took.toMinutesPart()))
        .orElse("–");
  }

  private static Map<String, Object> shown(RegisterLine line, ShownTime time) {
    var incident = line.incident();
    var shown = new HashMap<String, Object>();
    shown.put("number", incident.caseNumber().value());
    shown.put("title", incident.title());
    shown.put("reported", time.at(incident.reportedAt()));
    shown.put("status", CsvFile.text(incident.status()).replace('-', ' '));
    shown.put(
        "level", incident.criticality().map(level -> "level " + level).orElse("not assessed"));
    shown.put("people", line.fact(Facts::affected).map(known -> people(line)).orElse("not known"));
    shown.put("told", told(line.told()));
    shown.put("nobody", incident.status().isOver() ? "Nobody." : "Nobody so far.");
    shown.put("isLate", line.told() == RegisterLine.Told.LATE);
    shown.put("rows", rows(line, time));
    shown.put("toldWhom", each(line, o -> o.filedAt().map(at -> time.at(at) + reference(o))));
    shown.put("notTold", each(line, line::whyNobodyIsTold));
    shown.put("decision", line.freeDecision().orElse(""));
    shown.put("late", each(line, o -> late(line, o)));
    shown.put("open", each(line, o -> RegisterLine.open(o).map(open -> until(open, time))));
    return shown;
  }

  private static String people(RegisterLine line) {
    return line.fact(Facts::people).map("%,d"::formatted).orElse("");
  }

  private static String told(RegisterLine.Told told) {
    return switch (told) {
      case LATE -> "late";
      case IN_TIME -> "in time";
      case PENDING -> "nobody yet";
      case NOBODY -> "nobody had to be";
    };
  }

  /** The facts, the effects, the remedial action: what is not known is left out. */
  private static List<Row> rows(RegisterLine line, ShownTime time) {
    var incident = line.incident();
    return Stream.of(
            row("What happened", Optional.of(incident.description())),
            row("When", Optional.of(times(line, time))),
            row("Kind of breach", line.fact(Facts::breach).map(RegisterLine::list)),
            row("Data", line.data()),
            row("People affected", line.fact(Facts::affected).map(places -> where(line, places))),
            row("Cause", line.fact(facts -> facts.account().cause())),
            row("Effects", line.fact(facts -> facts.account().consequences())),
            row("Risk to people", line.fact(Facts::risk).map(risk -> risk(line, risk))),
            row("Criticality", incident.criticality().map(level -> criticality(line, level))),
            row("Remedial action", line.fact(facts -> facts.account().measures())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Row> row(String label, Optional<String> words) {
    return words.filter(said -> !said.isBlank()).map(said -> new Row(label, said));
  }

  private static String times(RegisterLine line, ShownTime time) {
    var times = new ArrayList<String>();
    line.milestone(Milestone.OCCURRENCE).ifPresent(at -> times.add("happened " + time.at(at)));
    line.fact(Facts::awareAt)
        .map(OffsetDateTime::toInstant)
        .ifPresent(at -> times.add("aware " + time.at(at)));
    times.add("reported " + time.at(line.incident().reportedAt()));
    line.triagedAt().ifPresent(at -> times.add("found to be a breach " + time.at(at)));
    line.milestone(Milestone.CONTAINMENT).ifPresent(at -> times.add("contained " + time.at(at)));
    line.incident().closedAt().ifPresent(at -> times.add("closed " + time.at(at)));
    return String.join("; ", times);
  }

  private static String where(RegisterLine line, List<Facts.Affected> places) {
    return people(line)
        + places.stream().map(RegisterPage::where).collect(joining(", ", " (", ")"));
  }

  private static String where(Facts.Affected some) {
    return some.people() == null
        ? some.residence() + " not known"
        : "%s %,d%s"
            .formatted(
                some.residence(),
                some.people(),
                Boolean.TRUE.equals(some.estimated()) ? " estimated" : "");
  }

  private static String risk(RegisterLine line, Facts.Risk risk) {
    return CsvFile.text(risk)
        + line.fact(facts -> facts.account().riskReason()).map(": "::concat).orElse("");
  }

  private static String criticality(RegisterLine line, int level) {
    return "level " + level + line.incident().criticalityReason().map(": "::concat).orElse("");
  }

  private static String reference(Obligation obligation) {
    return obligation.reference().map(", reference "::concat).orElse("");
  }

  private static Optional<String> late(RegisterLine line, Obligation obligation) {
    return obligation
        .reasonForDelay()
        .or(() -> Optional.of("no reason is recorded yet").filter(said -> line.isLate(obligation)));
  }

  private static String until(Obligation open, ShownTime time) {
    return open.clock()
        .due()
        .map(at -> "due " + time.at(at))
        .or(() -> open.clock().target().map(at -> "our own target is " + time.at(at)))
        .orElseGet(() -> open.clock().statusInWords());
  }

  private static List<Said> each(RegisterLine line, Function<Obligation, Optional<String>> words) {
    return line.obligations().stream()
        .flatMap(
            obligation ->
                words
                    .apply(obligation)
                    .map(said -> new Said(RegisterLine.name(obligation), said))
                    .stream())
        .toList();
  }
}
