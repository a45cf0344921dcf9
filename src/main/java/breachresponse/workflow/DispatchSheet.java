package breachresponse.workflow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import breachresponse.delivery.Dispatches;
import breachresponse.delivery.Dispatches.Progress;
import breachresponse.delivery.Dispatches.State;
import breachresponse.delivery.Dispatches.Undeliverable;
import breachresponse.delivery.RefusingDomain;
import breachresponse.language.Catalogue;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.staff.People;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What forms show of a dispatch: how far it has come, what keeps it, whom it did not reach. */
@Component
class DispatchSheet {

  private static final int IDS_SHOWN = 100;
  private static final int REASONS_SHOWN = 50;
  private static final int CELLS = 20;

  private static final Map<String, String> PAUSE = choice("pause", "Pause it");
  private static final Map<String, String> RESUME = choice("resume", "Resume it");
  private static final Map<String, String> TRY_AGAIN =
      choice("try-again", "Resume it, and try those again who failed in the storm");
  private static final Map<String, String> EXPECT_FAILURES =
      choice("expect-failures", "Resume it; many addresses are bad: do not pause for that again");
  private static final Map<String, String> STOP = choice("stop", "Stop it for good");

  private final Dispatches dispatches;
  private final Words words;
  private final ResponsePlan plan;
  private final Clock clock;
  private final Catalogue catalogue;
  private final People people;

  DispatchSheet(
      Dispatches dispatches,
      Words words,
      ResponsePlan plan,
      Clock clock,
      Catalogue catalogue,
      People people) {
    this.dispatches = dispatches;
    this.words = words;
    this.plan = plan;
    this.clock = clock;
    this.catalogue = catalogue;
    this.people = people;
  }

  String progress(UUID noticeId) {
    return dispatches
        .progress(noticeId)
        .map(progress -> bar(progress) + "\n\n" + counts(progress))
        .orElseGet(() -> catalogue.of("Nothing is sent yet."));
  }

  Map<String, Object> watch(UUID noticeId) {
    var state = dispatches.state(noticeId).orElseThrow();
    var progress = dispatches.progress(noticeId).orElseThrow();
    return Map.of(
        "progress", progress(noticeId) + "\n\n" + pace(state, progress) + until(noticeId),
        "state", inWords(state),
        "refusing", refusing(noticeId, dispatches.refusingDomains()),
        "choices", inLanguage(choices(state)));
  }

  /** For those who wait until the mails are out. */
  Map<String, Object> mails(UUID noticeId) {
    var state = dispatches.state(noticeId).orElseThrow();
    return Map.of(
        "progress",
        progress(noticeId),
        "state",
        state.stopped()
            ? catalogue.of(
                "**It was stopped, so that the posts do not go out by themselves any more:** please say whether they do.")
            : inWords(state),
        "refusing",
        refusing(noticeId, dispatches.refusingDomains()));
  }

  /** What people may do with it now. */
  static List<Map<String, String>> choices(State state) {
    if (state.stopped() || state.finished()) {
      return List.of();
    }
    var choices = new ArrayList<Map<String, String>>();
    if (!state.paused()) {
      choices.add(PAUSE);
    } else if (!state.onHold()) {
      if (state.storm()) {
        choices.add(TRY_AGAIN);
        choices.add(EXPECT_FAILURES);
      }
      choices.add(RESUME);
    }
    choices.add(STOP);
    return choices;
  }

  private List<Map<String, String>> inLanguage(List<Map<String, String>> choices) {
    return choices.stream()
        .map(choice -> choice(choice.get("value"), catalogue.of(choice.get("label"))))
        .toList();
  }

  private static Map<String, String> choice(String value, String label) {
    return Map.of("value", value, "label", label);
  }

  private static String bar(Progress progress) {
    var share = progress.total() == 0 ? 1 : (double) progress.done() / progress.total();
    var full = (int) (share * CELLS);
    return "`%s%s` %d %%"
        .formatted("█".repeat(full), "░".repeat(CELLS - full), (int) (share * 100));
  }

  private String counts(Progress progress) {
    return catalogue
        .of(
            "%,d of %,d mails are sent, %,d can't be delivered, %,d came back, %,d may have arrived or not%s%s.")
        .formatted(
            progress.sent(),
            progress.total(),
            progress.undeliverable(),
            progress.bounced(),
            progress.unknown(),
            progress.held() == 0
                ? ""
                : catalogue
                    .of(", %,d were not sent since it was stopped")
                    .formatted(progress.held()),
            progress.leftOut() == 0
                ? ""
                : catalogue
                    .of(", %,d are left out on purpose, in no segment")
                    .formatted(progress.leftOut()));
  }

  private String pace(State state, Progress progress) {
    var running = Duration.between(state.runningSince(), clock.instant());
    var done = progress.done() - state.doneBefore();
    if (!state.isRunning() || running.toMillis() < 1000 || done <= 0) {
      return catalogue.of("%,d wait.").formatted(progress.queued());
    }
    var perSecond = done / (running.toMillis() / 1000.0);
    return catalogue
        .of("%,d wait, %.1f leave in a second: about %s are left.")
        .formatted(
            progress.queued(),
            perSecond,
            words.atMost(Duration.ofSeconds((long) Math.ceil(progress.queued() / perSecond))));
  }

  private String until(UUID noticeId) {
    return dispatches
        .legalLimit(noticeId)
        .map(
            limit ->
                " "
                    + catalogue
                        .of("The law wants all of them told by %s.")
                        .formatted(words.deadline(limit, plan.zone())))
        .orElse("");
  }

  private String inWords(State state) {
    if (state.stopped()) {
      return catalogue.of("**It is being stopped.**");
    }
    var lines = new ArrayList<String>();
    if (state.onHold()) {
      lines.add(
          state.paused()
              ? catalogue.of(
                  "**A hold of law enforcement keeps it.** When the hold ends it stays paused until people resume it.")
              : catalogue.of(
                  "**A hold of law enforcement keeps it.** It goes on when two people end the hold; when the time of the hold has come, two people resume it in the task Watch the dispatch."));
    }
    if (state.paused()) {
      lines.add(
          (state.storm()
                  ? catalogue.of("**It is paused by itself:** %s")
                  : catalogue.of("**It is paused:** %s"))
              .formatted(CaseSheet.plain(catalogue.of(state.pauseReason()))));
    }
    if (state.resumeAskedBy() != null) {
      lines.add(
          catalogue
              .of(
                  "**%s wants it to go on.** Since there was a hold, somebody else confirms by resuming it as well.")
              .formatted(CaseSheet.plain(people.name(state.resumeAskedBy()))));
    }
    return lines.isEmpty() ? catalogue.of("It is running.") : String.join("\n\n", lines);
  }

  private String refusing(UUID noticeId, List<RefusingDomain> domains) {
    return domains.isEmpty()
        ? ""
        : catalogue.of("| Domain | Its words | Refusals | The next try | Given up |")
            + "\n| --- | --- | --- | --- | --- |\n"
            + domains.stream()
                .map(
                    domain ->
                        "| %s | %s | %d | %s | %s |"
                            .formatted(
                                CaseSheet.plain(domain.domain()),
                                CaseSheet.plain(domain.reason()),
                                domain.refusals(),
                                words.at(domain.pausedUntil(), plan.zone()),
                                words.at(dispatches.givenUpAt(noticeId, domain), plan.zone())))
                .collect(joining("\n"));
  }

  /** Reasons without addresses: mail servers repeat them, and a form is no place for them. */
  String rest(UUID noticeId) {
    var rows = new ArrayList<String>();
    var reasons = byReason(dispatches.undeliverable(noticeId));
    reasons.stream()
        .limit(REASONS_SHOWN)
        .forEach(reason -> rows.add(row(reason.getKey(), reason.getValue())));
    var others = reasons.stream().skip(REASONS_SHOWN).flatMap(r -> r.getValue().stream()).toList();
    if (!others.isEmpty()) {
      rows.add(row(catalogue.of("other reasons: see the list for letters"), others));
    }
    var held = dispatches.progress(noticeId).orElseThrow().held();
    if (held > 0) {
      rows.add(
          row(catalogue.of("it was stopped before"), held, dispatches.held(noticeId, IDS_SHOWN)));
    }
    return rows.isEmpty()
        ? catalogue.of("There was nobody to whom the notice could be mailed.")
        : catalogue.of("| Why | How many | Their ids in the file |")
            + "\n| --- | --- | --- |\n"
            + String.join("\n", rows);
  }

  /** The ids of those with one reason; the reasons of most people first. */
  private static List<Map.Entry<String, List<String>>> byReason(List<Undeliverable> people) {
    return people.stream()
        .collect(
            groupingBy(
                person -> person.reason().replaceAll("\\S+@\\S+", "…"),
                TreeMap::new,
                Collectors.mapping(Undeliverable::recipientId, Collectors.toList())))
        .entrySet()
        .stream()
        .sorted(Comparator.comparing(reason -> -reason.getValue().size()))
        .toList();
  }

  private String row(String reason, List<String> ids) {
    return row(reason, ids.size(), ids);
  }

  private String row(String reason, int people, List<String> ids) {
    return "| %s | %d | %s%s |"
        .formatted(
            CaseSheet.plain(reason),
            people,
            ids.stream().limit(IDS_SHOWN).map(CaseSheet::plain).collect(joining(", ")),
            people > IDS_SHOWN ? catalogue.of(", and %d more").formatted(people - IDS_SHOWN) : "");
  }
}
