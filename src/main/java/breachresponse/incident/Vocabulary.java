package breachresponse.incident;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The terms in which facts are recorded and the legal tables are written: one list for all. */
@Component
public class Vocabulary {

  /**
   * A term of the list.
   *
   * @param id as facts and tables write it; it never changes its meaning
   * @param label as people read it
   */
  public record Term(String id, String label) {}

  private final List<Term> sectors;
  private final List<Term> attributes;
  private final List<Term> circumstances;
  private final List<Term> dataCategories;

  public Vocabulary() {
    var lists = read();
    sectors = terms(lists.get("sectors"));
    circumstances = terms(lists.get("circumstances"));
    attributes =
        Stream.concat(terms(lists.get("attributes")).stream(), circumstances.stream()).toList();
    dataCategories = terms(lists.get("dataCategories"));
  }

  /** What an organisation does. */
  public List<Term> sectors() {
    return sectors;
  }

  /** What an organisation, or what has happened to it, is in the eyes of some law. */
  public List<Term> attributes() {
    return attributes;
  }

  /** Those of the attributes that say what is special about a breach. */
  public List<Term> circumstances() {
    return circumstances;
  }

  public boolean isCircumstance(String attribute) {
    return circumstances.stream().anyMatch(term -> term.id().equals(attribute));
  }

  /** What an organisation is in the eyes of some law, whatever has happened. */
  public List<Term> qualities() {
    return attributes().stream().filter(term -> !isCircumstance(term.id())).toList();
  }

  /** What was affected, in the terms of the laws. */
  public List<Term> dataCategories() {
    return dataCategories;
  }

  /** How people read a data category; what is not on the list reads as it is. */
  public String dataCategory(String id) {
    return dataCategories.stream()
        .filter(term -> term.id().equals(id))
        .map(Term::label)
        .findFirst()
        .orElse(id);
  }

  /** How people read data categories. */
  public String inWords(Collection<String> dataCategories) {
    return dataCategories.stream().map(this::dataCategory).sorted().collect(joining("; "));
  }

  private static Map<String, Map<String, String>> read() {
    try (var yaml = new ClassPathResource("vocabulary.yaml").getInputStream()) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Term> terms(Map<String, String> list) {
    return list.entrySet().stream().map(e -> new Term(e.getKey(), e.getValue())).toList();
  }
}
