package breachresponse.report;

import static java.util.stream.Collectors.joining;

import breachresponse.evidence.CsvFile;
import breachresponse.identity.Names;
import breachresponse.incident.Facts;
import breachresponse.incident.Milestone;
import breachresponse.obligation.Duty.Recipient;
import breachresponse.obligation.Obligation;
import breachresponse.print.ShownTime;
import breachresponse.register.RegisterLine;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The case in a page of plain words. */
@Component
class Summary implements Chapter {

  private final Names names;

  Summary(Names names) {
    this.names = names;
  }

  @Override
  public Map<String, Object> of(RegisterLine breach, ShownTime time) {
    return Map.of(
        "happened", breach.incident().description(),
        "course", course(breach, time),
        "affected", affected(breach),
        "account", account(breach),
        "told", told(breach, time));
  }

  private String course(RegisterLine breach, ShownTime time) {
    var incident = breach.incident();
    var words = new ArrayList<String>();
    breach
        .milestone(Milestone.OCCURRENCE)
        .ifPresent(at -> words.add("The breach began on %s.".formatted(time.at(at))));
    words.add(
        "It was reported on %s by %s."
            .formatted(time.at(incident.reportedAt()), names.inFull(incident.reportedBy())));
    breach
        .fact(Facts::awareAt)
        .map(OffsetDateTime::toInstant)
        .ifPresent(
            at -> words.add("The organisation was aware of it from %s.".formatted(time.at(at))));
    breach
        .fact(facts -> facts.account().awarenessReason())
        .ifPresent(why -> words.add("Why then and not sooner: %s".formatted(why)));
    breach
        .triagedAt()
        .ifPresent(at -> words.add("Triage confirmed the breach on %s.".formatted(time.at(at))));
    breach
        .milestone(Milestone.CONTAINMENT)
        .ifPresent(at -> words.add("It was contained on %s.".formatted(time.at(at))));
    words.add(
        incident
            .closedAt()
            .map(at -> "The case was closed on %s.".formatted(time.at(at)))
            .orElse("The case is still open."));
    return String.join(" ", words);
  }

  private static String affected(RegisterLine breach) {
    var words = new ArrayList<String>();
    words.add(
        breach
            .fact(Facts::affected)
            .map(
                places ->
                    "%,d people are affected, as far as known (%s)."
                        .formatted(
                            breach.fact(Facts::people).orElse(0L),
                            places.stream().map(Summary::place).collect(joining(", "))))
            .orElse("How many people are affected is not known yet."));
    breach.data().ifPresent(data -> words.add("Their data: %s.".formatted(data)));
    breach
        .fact(Facts::breach)
        .ifPresent(kinds -> words.add("What was broken: %s.".formatted(list(kinds))));
    breach
        .incident()
        .criticality()
        .ifPresent(
            level ->
                words.add(
                    "The case has level %d of 0 to 6: %s"
                        .formatted(level, breach.incident().criticalityReason().orElse(""))));
    return String.join(" ", words);
  }

  private static String place(Facts.Affected some) {
    return some.people() == null
        ? some.residence() + ": not known"
        : "%s: %,d".formatted(some.residence(), some.people());
  }

  private static String list(Collection<?> values) {
    return values.stream().map(CsvFile::text).sorted().collect(joining(", "));
  }

  private static List<Row> account(RegisterLine breach) {
    var rows = new ArrayList<Row>();
    add(rows, "Cause", breach.fact(facts -> facts.account().cause()));
    add(rows, "Effects", breach.fact(facts -> facts.account().consequences()));
    add(rows, "Remedial action", breach.fact(facts -> facts.account().measures()));
    add(rows, "Risk to people", breach.fact(Facts::risk).map(risk -> risk(breach, risk)));
    add(rows, "Why customers are not told", breach.freeDecision());
    return rows;
  }

  private static String risk(RegisterLine breach, Facts.Risk risk) {
    return CsvFile.text(risk)
        + breach.fact(facts -> facts.account().riskReason()).map(": "::concat).orElse("");
  }

  private static void add(List<Row> rows, String label, Optional<String> words) {
    words.ifPresent(said -> rows.add(new Row(label, said)));
  }

  private static String told(RegisterLine breach, ShownTime time) {
    if (breach.obligations().isEmpty()) {
      return "Whom the law wants told is not determined yet, or no law in our tables concerns it.";
    }
    var words = new ArrayList<String>();
    words.add(count(breach, "Authorities", o -> o.duty().recipient() == Recipient.AUTHORITY));
    words.add(count(breach, "People affected", Obligation::tellsPeople));
    words.add(
        count(
            breach,
            "Others",
            o -> !o.tellsPeople() && o.duty().recipient() != Recipient.AUTHORITY));
    breach
        .authorityToldAt()
        .ifPresent(at -> words.add("The first authority was told on %s.".formatted(time.at(at))));
    breach
        .peopleToldAt()
        .ifPresent(at -> words.add("Customers were told on %s.".formatted(time.at(at))));
    return String.join(" ", words);
  }

  private static String count(RegisterLine breach, String whom, Predicate<Obligation> wanted) {
    var duties =
        breach.obligations().stream()
            .filter(wanted)
            .filter(duty -> duty.status() != Obligation.Status.NOT_TRIGGERED)
            .toList();
    if (duties.isEmpty()) {
      return "%s: no duty.".formatted(whom);
    }
    return "%s: %d %s, %d met, %d late, %d released, %d open."
        .formatted(
            whom,
            duties.size(),
            duties.size() == 1 ? "duty" : "duties",
            duties.stream().filter(d -> d.filedAt().isPresent()).count(),
            duties.stream().filter(breach::isLate).count(),
            duties.stream().filter(d -> d.status() == Obligation.Status.RELEASED).count(),
            duties.stream().filter(d -> !d.status().isOver()).count());
  }
}
