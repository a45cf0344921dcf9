package breachresponse.workflow.desk;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.Facts;
import breachresponse.incident.Vocabulary;
import breachresponse.language.Catalogue;
import breachresponse.workflow.forms.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the law asks of an organisation itself, as forms show and ask it. */
@Component
public class OrganisationForm {

  private final Vocabulary vocabulary;
  private final Catalogue catalogue;

  OrganisationForm(Vocabulary vocabulary, Catalogue catalogue) {
    this.vocabulary = vocabulary;
    this.catalogue = catalogue;
  }

  /** What is known of it, in words and in the form's fields, and the choices. */
  public Map<String, Object> shown(Facts.Organisation known) {
    var shown = new LinkedHashMap<String, Object>();
    var qualities = vocabulary.qualities().stream().map(Vocabulary.Term::id).toList();
    shown.put("sectorChoices", FactsForm.choices(vocabulary.sectors(), catalogue));
    shown.put("attributeChoices", FactsForm.choices(vocabulary.qualities(), catalogue));
    shown.put("organisation", inWords(known));
    shown.put("establishments", String.join(", ", new TreeSet<>(known.establishments())));
    Optional.ofNullable(known.mainEstablishment())
        .ifPresent(code -> shown.put("mainEstablishment", code));
    shown.put("sectors", known.sectors());
    shown.put("attributes", known.attributes().stream().filter(qualities::contains).toList());
    return shown;
  }

  /** In words, a line each. */
  public String inWords(Facts.Organisation known) {
    return Stream.of(
            catalogue
                .of("Established in %s")
                .formatted(listed(known.establishments().stream().sorted())),
            catalogue
                .of("Main establishment: %s")
                .formatted(listed(Stream.ofNullable(known.mainEstablishment()))),
            catalogue
                .of("What it does: %s")
                .formatted(listed(labels(vocabulary.sectors(), known.sectors()))),
            catalogue
                .of("In the eyes of some law: %s")
                .formatted(listed(labels(vocabulary.qualities(), known.attributes()))))
        .map(line -> "* " + CaseSheet.plain(line))
        .collect(joining("\n"));
  }

  /** All but the role, of which forms ask apart. */
  public Facts.Organisation described(Answers answers) {
    return new Facts.Organisation(
        null,
        answers.codes("establishments"),
        answers.text("mainEstablishment").map(code -> code.toUpperCase(Locale.ROOT)).orElse(null),
        Set.copyOf(answers.list("sectors")),
        Set.copyOf(answers.list("attributes")));
  }

  private String listed(Stream<String> words) {
    var all = words.collect(joining("; "));
    return all.isEmpty() ? catalogue.of("none") : all;
  }

  private Stream<String> labels(List<Vocabulary.Term> terms, Set<String> ids) {
    return terms.stream()
        .filter(term -> ids.contains(term.id()))
        .map(Vocabulary.Term::label)
        .map(catalogue::of);
  }
}
