package breachresponse.workflow.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import breachresponse.workflow.CaseOverview;
import breachresponse.workflow.desk.CaseSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Who did what, in Tasklist, in Cockpit and in the evidence report: people read words, not codes.
 */
@ApplicationTest
class WhoDidWhatTest {

  @Autowired private Time time;
  @Autowired private Incidents incidents;
  @Autowired private Timeline timeline;
  @Autowired private CaseOverview overview;
  @Autowired private CaseTimeline caseTimeline;

  private CaseNumber caseNumber;

  @BeforeEach
  void at_three_on_a_tuesday() {
    time.is("2026-03-03T15:00:00Z");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          obligation fulfilled | eu-gdpr-33-sa (DE), The authority: told at 2026-11-27T08:48:44.902656780Z, reference 26-118 | DE, The authority: told at Fri 27 Nov 2026, 09:48 (Europe/Berlin), reference 26-118
          obligation released | us-ca-1798-82 (US-CA), Customers (all): none is hurt | US-CA, Customers (all): none is hurt
          filed again | eu-gdpr-33-sa (DE), The authority: follow-up at 2026-03-05T09:00:00Z | DE, The authority: follow-up at Thu 5 Mar 2026, 10:00 (Europe/Berlin)
          text submitted for signature | customer-notice 'Notice to customers' | customer notice 'Notice to customers'
          signatories determined | ruling-out 'GDPR Art 33: The authority': legal, senior-leadership | ruling out 'GDPR Art 33: The authority': Legal, Senior leadership
          text signed | filing 'GDPR Art 33', for cio (known as 8f3c of https://login.example.org): core-it agrees | filing 'GDPR Art 33', for CIO (known as 8f3c of https://login.example.org): core-it agrees
          signature refused | no-notice 'Decision', for legal: Too soon | no notice 'Decision', for Legal: Too soon
          text released in an emergency | filing 'GDPR Art 33', without the signatures of legal, cio: Two hours are left | filing 'GDPR Art 33', without the signatures of Legal, CIO: Two hours are left
          released text found wrong | filing 'GDPR Art 33', for legal: The number | filing 'GDPR Art 33', for Legal: The number
          deputies asked to sign | Notice to customers, not signed yet by pr, ceo; deputies: senior-leadership, Dora Deputy | Notice to customers, not signed yet by PR, CEO; deputies: Senior leadership, Dora Deputy
          team mailed | core-it, legal: Look at the logs, 4 people | Core IT, Legal: Look at the logs, 4 people
          notice posted | linkedin: https://example.org/1 | LinkedIn: https://example.org/1
          posting tried again | x | X
          not posted | facebook: We have no page there | Facebook: We have no page there
          audience informed | press: By phone | Press: By phone
          dispatch started | notice 9fd9510a-2f6c-4a37-8d13-d12c8a574b37 to 2 recipients | notice to 2 recipients
          dispatch rehearsed | notice 9fd9510a-2f6c-4a37-8d13-d12c8a574b37 to 2 recipients: nothing is sent | notice to 2 recipients: nothing is sent
          told those whom mail did not reach | substitute-notice, 2026-03-05T09:00:00Z: In the press | substitute notice, Thu 5 Mar 2026, 10:00 (Europe/Berlin): In the press
          people told one by one | 3 by letter, 2026-03-05T09:00:00Z | 3 by letter, Thu 5 Mar 2026, 10:00 (Europe/Berlin)
          hold order recorded | legal basis: § 95a StPO; ordered by: Det. Holmes; from: 2026-03-03T07:00+01:00; until: not said | legal basis: § 95a StPO; ordered by: Det. Holmes; from: Tue 3 Mar 2026, 07:00 (Europe/Berlin); until: not said
          hold of law enforcement ended | It is over; first said by lena: They called | It is over; first said by Lena Legal (lena): They called
          exercise begun | Ransomware, 60 times as fast, with ian, lena | Ransomware, 60 times as fast, with Ian Core-It (ian), Lena Legal (lena)
          lesson drawn | File in phases: petra by 2026-04-15 | File in phases: Petra Privacy (petra) by 2026-04-15
          case restricted | only ian, lena may see it: An insider | only Ian Core-It (ian), Lena Legal (lena) may see it: An insider
          let in | pia: She writes the notice | Pia Pr (pia): She writes the notice
          staff woken | level 4: Legal, 2 people by mail; no mail address of ian, gone | level 4: Legal, 2 people by mail; no mail address of Ian Core-It (ian), gone
          administrator intervened | ModifyProcessInstance (ProcessInstance) in sign-off | modify process instance in Sign-off
          moved to another version | respond-to-breach: from version 1, to version 2 | Respond to a breach: from version 1, to version 2
          breach contained | not before 2026-02-30T10:00Z | not before 2026-02-30T10:00Z
          breach contained | eu-gdpr-33-sa (DE), as people write it | eu-gdpr-33-sa (DE), as people write it
          """)
  void what_was_written_in_codes_is_shown_in_words(String act, String written, String shown) {
    caseNumber = incidents.open("Customer table copied", "It was copied at night.", "ian");
    timeline.record(caseNumber, "ian", act, written, null);

    assertThat(caseTimeline.of(caseNumber).acts().get(0).detail()).isEqualTo(shown);
    assertThat(overview.of(caseNumber)).contains(CaseSheet.plain(act + ": " + shown));
    assertThat(timeline.firstBroken(caseNumber)).isEmpty();
  }
}
