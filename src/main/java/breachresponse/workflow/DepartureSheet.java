package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.delivery.Pace;
import breachresponse.delivery.SenderDomain;
import breachresponse.language.Catalogue;
import breachresponse.notice.Notices;
import breachresponse.notice.Notices.Notice;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What who releases a notice sees of its departure: from whom, how fast, and until when. */
@Component
class DepartureSheet {

  private final Notices notices;
  private final Pace pace;
  private final SenderDomain senderDomain;
  private final DutiesToPeople duties;
  private final Words words;
  private final ResponsePlan plan;
  private final Clock clock;
  private final Catalogue catalogue;

  DepartureSheet(
      Notices notices,
      Pace pace,
      SenderDomain senderDomain,
      DutiesToPeople duties,
      Words words,
      ResponsePlan plan,
      Clock clock,
      Catalogue catalogue) {
    this.notices = notices;
    this.pace = pace;
    this.senderDomain = senderDomain;
    this.duties = duties;
    this.words = words;
    this.plan = plan;
    this.clock = clock;
    this.catalogue = catalogue;
  }

  /**
   * @param people how many get a mail
   */
  Map<String, Object> of(Notice notice, int people) {
    var mailing = notices.mailing(notice.id());
    return Map.of(
        "sender",
            catalogue
                .of("%s, %s; replies go to %s")
                .formatted(
                    CaseSheet.plain(mailing.fromName()),
                    CaseSheet.plain(mailing.from()),
                    CaseSheet.plain(mailing.replyTo())),
        "senderCheck",
            senderDomain.check(mailing.from()).stream()
                .map(line -> "- " + catalogue.of(line))
                .collect(joining("\n")),
        "pace", inWords(notice, people));
  }

  private String inWords(Notice notice, int people) {
    var estimate = pace.of(notice.caseNumber(), people);
    var end = clock.instant().plus(estimate.takes());
    return catalogue
        .of("%,d mails at %s a second%s take about %s: released now, the last leaves on %s.%s")
        .formatted(
            people,
            number(estimate.perSecond()),
            estimate.isSet()
                ? ""
                : " "
                    + catalogue.of(
                        "(no rate is set: this is what many mail services allow at first)"),
            words.atMost(estimate.takes()),
            words.at(end, plan.zone()),
            duties
                .legalDeadline(notice.caseNumber())
                .map(deadline -> against(deadline, end))
                .orElse(" " + catalogue.of("No law sets a fixed time.")));
  }

  private String against(Instant deadline, Instant end) {
    return end.isAfter(deadline)
        ? "\n\n"
            + catalogue
                .of(
                    "**Too late:** the law wants people told by %s. Please have the rate raised, or tell the most urgent in another way.")
                .formatted(words.deadline(deadline, plan.zone()))
        : " "
            + catalogue
                .of("That is in time: the law wants people told by %s.")
                .formatted(words.deadline(deadline, plan.zone()));
  }

  private static String number(double perSecond) {
    return perSecond == Math.rint(perSecond)
        ? "%,.0f".formatted(perSecond)
        : "%,.2f".formatted(perSecond);
  }
}
