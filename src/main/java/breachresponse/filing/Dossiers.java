package breachresponse.filing;

import breachresponse.filing.Dossier.Change;
import breachresponse.filing.Dossier.Entry;
import breachresponse.filing.Dossier.Section;
import breachresponse.filing.Dossier.State;
import breachresponse.filing.Dossier.Told;
import breachresponse.filing.FilingForm.Field;
import breachresponse.incident.Facts;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.incident.Vocabulary;
import breachresponse.obligation.Filing;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills the forms of authorities and others from what is known of a case. */
@Service
@Transactional(readOnly = true)
public class Dossiers {

  private final FormRules rules;
  private final FilingForms forms;
  private final Incidents incidents;
  private final ObligationRegister register;
  private final Vocabulary vocabulary;
  private final ResponsePlan plan;
  private final Clock clock;

  Dossiers(
      FormRules rules,
      FilingForms forms,
      Incidents incidents,
      ObligationRegister register,
      Vocabulary vocabulary,
      ResponsePlan plan,
      Clock clock) {
    this.rules = rules;
    this.forms = forms;
    this.incidents = incidents;
    this.register = register;
    this.vocabulary = vocabulary;
    this.plan = plan;
    this.clock = clock;
  }

  /** The form of the obligation's recipient, filled with what is known now. */
  public Dossier of(Obligation obligation) {
    var form = forms.get(rules.formOf(obligation.duty()));
    var filings = filings(obligation);
    var now = clock.instant();
    var duty = obligation.duty();
    var sections = sections(form, obligation, filings, now);
    return new Dossier(
        form.origin(),
        obligation.caseNumber().value(),
        duty.id(),
        duty.jurisdiction(),
        duty.regime(),
        duty.citation(),
        duty.recipientName(),
        duty.howToTell().orElse(null),
        now,
        sections,
        filings.stream().map(Dossiers::told).toList(),
        register
            .lastToldFrom(obligation.id())
            .map(then -> changes(sections(form, obligation, filings, then), sections))
            .orElse(List.of()));
  }

  private List<Filing> filings(Obligation obligation) {
    return register.filings(obligation.caseNumber()).stream()
        .filter(filing -> filing.obligationId().equals(obligation.id()))
        .toList();
  }

  private List<Section> sections(
      FilingForm form, Obligation obligation, List<Filing> filings, Instant at) {
    var known =
        new Particulars(
            plan,
            vocabulary,
            incidents.get(obligation.caseNumber()),
            factsAt(obligation, at),
            obligation,
            filings);
    return form.sections().stream()
        .filter(section -> section.isPartOf(obligation.duty().step()))
        .map(
            section ->
                new Section(
                    section.title(),
                    section.fields().stream().map(field -> filled(field, known)).toList()))
        .toList();
  }

  private Facts factsAt(Obligation obligation, Instant at) {
    return incidents.versions(obligation.caseNumber()).stream()
        .filter(version -> !version.recordedAt().isAfter(at))
        .reduce((earlier, later) -> later)
        .map(FactsVersion::facts)
        .orElseGet(() -> Facts.first(null, plan.facts()));
  }

  private static Entry filled(Field field, Particulars known) {
    var value = field.fact() == null ? null : known.get(field.fact()).orElse(null);
    return new Entry(
        field.label(),
        field.words(),
        field.citation(),
        field.needed(),
        value != null ? State.KNOWN : field.fact() == null ? State.TO_BE_WRITTEN : State.TO_FOLLOW,
        value);
  }

  private static Told told(Filing filing) {
    return new Told(
        filing.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        filing.at(),
        filing.reference().orElse(null),
        filing.note().orElse(null));
  }

  /** Both are of one form, so that they have the same fields in the same order. */
  private static List<Change> changes(List<Section> before, List<Section> now) {
    var earlier = before.stream().flatMap(section -> section.entries().stream()).toList();
    var later = now.stream().flatMap(section -> section.entries().stream()).toList();
    var changes = new ArrayList<Change>();
    for (var n = 0; n < later.size(); n++) {
      if (!Objects.equals(earlier.get(n).value(), later.get(n).value())) {
        changes.add(new Change(later.get(n).label(), earlier.get(n).said(), later.get(n).said()));
      }
    }
    return changes;
  }
}
