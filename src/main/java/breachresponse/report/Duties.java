package breachresponse.report;

import static java.util.stream.Collectors.groupingBy;

import breachresponse.evidence.CsvFile;
import breachresponse.identity.Names;
import breachresponse.obligation.Filing;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.print.ShownTime;
import breachresponse.register.RegisterLine;
import breachresponse.signoff.SignOffs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom the law wanted told, by when and why, and what became of it. */
@Component
class Duties implements Chapter {

  /** Each time that the recipient was told. */
  record Receipt(String what, String at, String reference, String note, String by, String sha256) {}

  /**
   * @param id where it stands in the report
   */
  record Shown(
      String id,
      String who,
      String law,
      String place,
      String due,
      String outcome,
      boolean late,
      List<Row> rows,
      List<Receipt> receipts) {}

  /** A duty that the facts do not trigger. */
  record NotOwed(String who, String law, String why) {}

  private final ObligationRegister obligations;
  private final SignOffs signOffs;
  private final Names names;

  Duties(ObligationRegister obligations, SignOffs signOffs, Names names) {
    this.obligations = obligations;
    this.signOffs = signOffs;
    this.names = names;
  }

  @Override
  public Map<String, Object> of(RegisterLine breach, ShownTime time) {
    var filings =
        obligations.filings(breach.incident().caseNumber()).stream()
            .collect(groupingBy(Filing::obligationId));
    var owed = breach.obligations().stream().filter(duty -> !isNotTriggered(duty)).toList();
    return Map.of(
        "duties",
        owed.stream()
            .map(duty -> shown(duty, filings.getOrDefault(duty.id(), List.of()), breach, time))
            .toList(),
        "notOwed",
        breach.obligations().stream()
            .filter(Duties::isNotTriggered)
            .map(duty -> new NotOwed(duty.duty().recipientName(), law(duty), inWords(duty)))
            .toList());
  }

  private static boolean isNotTriggered(Obligation duty) {
    return duty.status() == Obligation.Status.NOT_TRIGGERED;
  }

  private static String inWords(Obligation duty) {
    return duty.finding().inWords();
  }

  private static String law(Obligation duty) {
    return "%s, %s".formatted(duty.duty().citation(), duty.duty().jurisdiction());
  }

  private Shown shown(Obligation duty, List<Filing> filings, RegisterLine breach, ShownTime time) {
    return new Shown(
        "duty-" + duty.id(),
        duty.duty().recipientName(),
        law(duty),
        duty.duty().regime(),
        due(duty, time),
        outcome(duty, time),
        breach.isLate(duty),
        rows(duty, breach, time),
        filings.stream().map(filing -> receipt(filing, time)).toList());
  }

  private static String due(Obligation duty, ShownTime time) {
    return duty.clock()
        .due()
        .map(time::at)
        .or(() -> duty.clock().target().map(at -> "our own target: " + time.at(at)))
        .orElseGet(() -> duty.clock().statusInWords());
  }

  private static String outcome(Obligation duty, ShownTime time) {
    return switch (duty.status()) {
      case FULFILLED -> duty.filedAt().map(at -> "told " + time.at(at)).orElse("told");
      case RELEASED -> "released";
      case OPEN -> "open";
      case NO_LONGER_TRIGGERED -> "no longer triggered, not released yet";
      case NOT_TRIGGERED -> "not owed";
    };
  }

  private List<Row> rows(Obligation duty, RegisterLine breach, ShownTime time) {
    return List.of(
            row("The law's words", Optional.of(duty.duty().wording())),
            row("The deadline", Optional.of(duty.clock().explanation())),
            row(
                "Can be read to mean, at the latest",
                duty.clock()
                    .legalLatest()
                    .filter(latest -> !duty.clock().due().equals(Optional.of(latest)))
                    .map(time::at)),
            row("Told", duty.filedAt().map(at -> time.at(at) + reference(duty))),
            row("Why it was late", whyLate(duty, breach)),
            row("Why nobody is told after all", duty.releaseReason()),
            row("By", Optional.of(table(duty))))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** By its name instead of its key, and its version. */
  private String table(Obligation duty) {
    var said = duty.duty().table().split(", ", 2);
    said[0] = names.ofRule(said[0]);
    return String.join(", ", said);
  }

  private static Optional<Row> row(String label, Optional<String> words) {
    return words.map(said -> new Row(label, said));
  }

  private static String reference(Obligation duty) {
    return duty.reference().map(", receipt "::concat).orElse("");
  }

  private static Optional<String> whyLate(Obligation duty, RegisterLine breach) {
    return duty.reasonForDelay()
        .or(() -> Optional.of("No reason is recorded yet.").filter(said -> breach.isLate(duty)));
  }

  private Receipt receipt(Filing filing, ShownTime time) {
    return new Receipt(
        CsvFile.text(filing.kind()).replace('-', ' '),
        time.at(filing.at()),
        filing.reference().orElse("none given"),
        filing.note().orElse(""),
        names.inFull(filing.by()),
        filing.documentId().map(id -> signOffs.get(id).sha256()).orElse(""));
  }
}
