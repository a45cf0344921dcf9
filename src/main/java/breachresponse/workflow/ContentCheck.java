package breachresponse.workflow;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import breachresponse.language.Catalogue;
import breachresponse.obligation.ContentItem;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.RequiredContents;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.forms.Answers;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Holds texts against what the laws want them to say, before anybody signs them. */
@Component
class ContentCheck {

  private final RequiredContents required;
  private final Catalogue catalogue;

  ContentCheck(RequiredContents required, Catalogue catalogue) {
    this.required = required;
    this.catalogue = catalogue;
  }

  /**
   * What a text must say for these duties, as a list in Markdown: first what it lacks, what it must
   * not say and what only a person can tell, then the rest.
   */
  String of(Collection<Obligation> duties, String text) {
    var items = items(duties);
    return items.isEmpty()
        ? catalogue.of("The laws in question leave the words to us.")
        : items.stream()
            .sorted(Comparator.comparing(item -> state(item, text).isEmpty()))
            .map(item -> line(item, text))
            .collect(joining("\n"));
  }

  /** The same, without what the text says as it should. */
  String open(Collection<Obligation> duties, String text) {
    var open =
        items(duties).stream()
            .filter(item -> !state(item, text).isEmpty())
            .map(item -> line(item, text))
            .collect(joining("\n"));
    return open.isEmpty() ? catalogue.of("Nothing is open.") : open;
  }

  /**
   * @throws IllegalArgumentException naming what the text lacks and what it must not say, unless it
   *     goes out like that on purpose
   */
  void refuseIncomplete(String field, Collection<Obligation> duties, String text, Answers answers) {
    var items = items(duties);
    var faults =
        Stream.of(
                named("it does not say yet", items, item -> item.isMissingIn(text)),
                named("it must not say", items, item -> item.isForbiddenIn(text)))
            .flatMap(Optional::stream)
            .toList();
    if (!faults.isEmpty() && !answers.yes("incomplete")) {
      throw new IllegalArgumentException(
          "%s: %s. Please change it, or tick that it goes out as it is"
              .formatted(field, String.join(". And ", faults)));
    }
  }

  private static Optional<String> named(
      String fault, List<ContentItem> items, Predicate<ContentItem> which) {
    return items.stream()
        .filter(which)
        .map(item -> "%s (%s)".formatted(item.words(), item.citation()))
        .reduce((one, other) -> one + "; " + other)
        .map(named -> fault + ": " + named);
  }

  /** What several laws want in the same words is one thing, with all their citations. */
  private List<ContentItem> items(Collection<Obligation> duties) {
    return duties.stream()
        .flatMap(obligation -> required.of(obligation.duty()).stream())
        .distinct()
        .collect(
            toMap(
                item -> List.of(item.words(), item.sign()),
                identity(),
                ContentItem::alsoCiting,
                LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private String line(ContentItem item, String text) {
    return "* %s%s, %s%s"
        .formatted(
            item.isForbidden() ? catalogue.of("not to be said:") + " " : "",
            CaseSheet.plain(item.words()),
            CaseSheet.plain(item.citation()),
            state(item, text));
  }

  private String state(ContentItem item, String text) {
    if (item.sign().isEmpty()) {
      return " *(%s)*".formatted(catalogue.of("please check yourself"));
    }
    if (item.isForbiddenIn(text)) {
      return " **(%s)**".formatted(catalogue.of("is said"));
    }
    if (item.isMissingIn(text)) {
      return " **(%s)**".formatted(catalogue.of("missing"));
    }
    return " *(%s)*"
        .formatted(item.isForbidden() ? catalogue.of("not said") : catalogue.of("said"));
  }
}
