package breachresponse.workflow.desk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import breachresponse.incident.CaseNumber;
import breachresponse.language.Catalogue;
import breachresponse.plan.ResponsePlan;
import breachresponse.reach.Reach;
import breachresponse.reach.Reach.Line;
import breachresponse.reach.Reach.State;
import breachresponse.reach.ReachReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Who was reached, in words, as forms show it. */
@Component
public class ReachSheet {

  private static final Map<State, String> STATES =
      Map.of(
          State.ACCEPTED, "reached by mail",
          State.LETTER, "told by letter, by phone or otherwise",
          State.PUBLIC, "not reached by mail, told in public",
          State.BOUNCED, "**not reached**: the mail was refused or came back",
          State.WAITING, "being sent",
          State.HELD, "**not sent**: on hold, stopped, uncertain, or without a notice yet",
          State.LEFT_OUT, "left out on purpose: in no segment of the notice",
          State.REFUSED, "**not on the list**: the row could not be used");

  private static final String DOES_NOT_ADD_UP =
      "**This does not add up to the list that was signed.** Please have core IT find out why.";

  private final ReachReport report;
  private final ResponsePlan plan;
  private final Words words;
  private final Catalogue catalogue;

  ReachSheet(ReachReport report, ResponsePlan plan, Words words, Catalogue catalogue) {
    this.report = report;
    this.plan = plan;
    this.words = words;
    this.catalogue = catalogue;
  }

  /** A sentence and a table in Markdown. */
  public String of(CaseNumber caseNumber) {
    var reach = report.of(caseNumber);
    if (reach.total() == 0) {
      return catalogue.of("Nobody is on the list of recipients.");
    }
    var byState =
        reach.lines().stream()
            .collect(groupingBy(Line::state, TreeMap::new, java.util.stream.Collectors.toList()));
    return catalogue
            .of("%,d of %,d people (%s %%) are reached.")
            .formatted(reach.reached(), reach.total(), reach.share(reach.reached()))
        + (reach.reconciles() ? "" : " " + catalogue.of(DOES_NOT_ADD_UP))
        + "\n\n"
        + catalogue.of("| | People | Share | The last |")
        + "\n| --- | --- | --- | --- |\n"
        + byState.entrySet().stream()
            .map(state -> row(reach, state.getKey(), state.getValue()))
            .collect(joining("\n"));
  }

  /** The address of the list for letters: names and addresses are no matter for a form. */
  public static String postalList(CaseNumber caseNumber) {
    return "/api/incidents/%s/not-reached.csv".formatted(caseNumber);
  }

  private String row(Reach reach, State state, List<Line> lines) {
    var people = reach.people(state);
    return "| %s | %,d | %s %% | %s |"
        .formatted(
            catalogue.of(STATES.get(state)),
            people,
            reach.share(people),
            lines.stream()
                .map(Line::last)
                .filter(Objects::nonNull)
                .max(Comparator.<Instant>naturalOrder())
                .map(last -> words.at(last, plan.zone()))
                .orElse(""));
  }
}
