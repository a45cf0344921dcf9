package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.obligation.ContentItem;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.RequiredContents;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.forms.Answers;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Holds texts against what the laws want them to say, before anybody signs them. */
@Component
class ContentCheck {

  private final RequiredContents required;

  ContentCheck(RequiredContents required) {
    this.required = required;
  }

  /** What a text must say for these duties, with what it lacks so far, as a list in Markdown. */
  String of(Collection<Obligation> duties, String text) {
    var items = items(duties);
    return items.isEmpty()
        ? "The laws in question leave the words to us."
        : items.stream().map(item -> line(item, text)).collect(joining("\n"));
  }

  /**
   * @throws IllegalArgumentException naming what the text lacks, unless it goes out without that on
   *     purpose
   */
  void refuseIncomplete(String field, Collection<Obligation> duties, String text, Answers answers) {
    var missing = items(duties).stream().filter(item -> item.isMissingIn(text)).toList();
    if (!missing.isEmpty() && !answers.yes("incomplete")) {
      throw new IllegalArgumentException(
          "%s: it does not say yet: %s. Please write it, or tick that it goes out without that"
              .formatted(
                  field,
                  missing.stream()
                      .map(item -> "%s (%s)".formatted(item.words(), item.citation()))
                      .collect(joining("; "))));
    }
  }

  private List<ContentItem> items(Collection<Obligation> duties) {
    return duties.stream()
        .map(Obligation::duty)
        .flatMap(duty -> required.of(duty).stream())
        .distinct()
        .toList();
  }

  private static String line(ContentItem item, String text) {
    var state = "";
    if (item.sign().isEmpty()) {
      state = " *(please check yourself)*";
    } else if (item.isMissingIn(text)) {
      state = " **(missing)**";
    }
    return "* %s, %s%s"
        .formatted(CaseSheet.plain(item.words()), CaseSheet.plain(item.citation()), state);
  }
}
