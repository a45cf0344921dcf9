package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.bounce.Bounces;
import breachresponse.bounce.Failure;
import breachresponse.notice.Draft;
import breachresponse.notice.Draft.Text;
import breachresponse.reach.Reach.State;
import breachresponse.reach.ReachReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SubstituteNoticeTest extends TellingCustomers {

  private static final Map<String, Object> IN_PUBLIC =
      Map.of("outcome", "public", "days", 30, "reason", "They live all over the state.");
  private static final Map<String, Object> ANNOUNCED =
      Map.of(
          "link", "https://www.example.org/",
          "media", "The Daily, page 3",
          "announcedAt", "2026-03-05T12:00Z");

  @Autowired private Bounces bounces;
  @Autowired private ReachReport report;

  @BeforeEach
  void a_notice_went_to_three_people() {
    aCase(1);
    upload(
        "1,ann@example.com,Ann,en,DE",
        "2,eva@example.com,Eva,en,ES",
        "3,leo@example.com,Leo,en,DE");
    processes.startProcessInstanceByKey(
        "dispatch-notice",
        caseNumber.value(),
        Variables.putValue("caseNumber", caseNumber.value()).putValue("noticeId", signedNotice()));
    staff.runDueJobs();
    mailIsSent();
  }

  @Test
  void below_the_threshold_nobody_is_asked() {
    bounces.haveCome();
    staff.runDueJobs();

    assertThat(staff.tasks(caseNumber.value())).isEmpty();
  }

  @Test
  void the_public_is_told_for_thirty_days_and_the_page_is_then_taken_down() {
    comesBack(2);
    var decision = staff.task(caseNumber.value(), "decideOnSubstituteNotice");
    assertThat(staff.groups(decision)).containsExactly("legal");
    assertThat(decision.getDueDate()).isEqualTo(Instant.parse("2026-03-03T19:00:00Z"));
    assertThat(staff.form(decision).get("reach").toString())
        .contains("2 of 3 people (66.7 %) are reached", "| **not reached**");
    assertThat(notices.get(lastNotice()).postedAt()).isEmpty();

    staff.does("lena", decision, IN_PUBLIC);
    var page = notices.get(lastNotice()).postedAt().orElseThrow();
    var announcing = staff.task(caseNumber.value(), "announceSubstituteNotice");
    assertThat(staff.groups(announcing)).containsExactly("pr");
    assertThat(staff.form(announcing).get("page")).isEqualTo(page.toString());
    assertThat(people(State.PUBLIC)).isZero();

    time.is("2026-03-05T13:00:00Z");
    staff.does("pia", announcing, ANNOUNCED);
    assertThat(people(State.PUBLIC)).isEqualTo(1);

    time.is("2026-04-04T11:59:59Z");
    staff.runDueJobs();
    assertThat(staff.tasks(caseNumber.value())).isEmpty();
    time.is("2026-04-04T12:00:00Z");
    staff.runDueJobs();
    var takingDown = staff.task(caseNumber.value(), "takeDownThePage");
    assertThat(staff.groups(takingDown)).containsExactly("legal", "pr");

    staff.does("pia", takingDown, Map.of("outcome", "down", "account", "Linked until 4 April."));

    assertThat(acts())
        .containsSubsequence(
            "substitute notice decided on",
            "notice published",
            "substitute notice announced",
            "substitute notice taken down");
    assertThat(staff.passed(caseNumber.value())).contains("substituteNoticeOver");
  }

  @Test
  void who_bounces_later_is_told_in_public_too_and_legal_is_not_asked_again() {
    comesBack(2);
    staff.does("lena", caseNumber.value(), "decideOnSubstituteNotice", IN_PUBLIC);
    time.is("2026-03-05T13:00:00Z");
    staff.does("pia", caseNumber.value(), "announceSubstituteNotice", ANNOUNCED);

    comesBack(3);

    assertThat(people(State.PUBLIC)).isEqualTo(2);
    assertThat(staff.tasks(caseNumber.value())).isEmpty();
  }

  @Test
  void legal_decides_against_it_with_a_reason() {
    comesBack(2);

    staff.does(
        "lena",
        caseNumber.value(),
        "decideOnSubstituteNotice",
        Map.of("outcome", "none", "reason", "A letter is in the post."));

    assertThat(acts()).contains("no substitute notice");
    assertThat(staff.passed(caseNumber.value())).contains("noSubstituteNotice");
    assertThat(notices.get(lastNotice()).postedAt()).isEmpty();
    assertThat(people(State.BOUNCED)).isEqualTo(1);
  }

  @Test
  void the_public_is_not_told_while_a_hold_is_in_force() {
    comesBack(2);
    found(hold(null));

    var task = staff.task(caseNumber.value(), "decideOnSubstituteNotice");

    assertThatThrownBy(() -> staff.does("lena", task, IN_PUBLIC)).hasMessageContaining("hold:");
    assertThat(notices.get(lastNotice()).postedAt()).isEmpty();
  }

  @Test
  void a_hold_that_comes_right_after_the_decision_keeps_the_page_back() {
    comesBack(2);
    staff.only("lena", staff.task(caseNumber.value(), "decideOnSubstituteNotice"), IN_PUBLIC);

    assertThatThrownBy(() -> found(hold(null)))
        .hasStackTraceContaining("page: a hold of law enforcement has come just now");
    assertThat(notices.get(lastNotice()).postedAt()).isEmpty();
    processes
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber.value())
        .list()
        .forEach(left -> processes.deleteProcessInstance(left.getId(), "its job fails"));
  }

  @Test
  void it_is_not_announced_in_the_future() {
    comesBack(2);
    staff.does("lena", caseNumber.value(), "decideOnSubstituteNotice", IN_PUBLIC);
    var task = staff.task(caseNumber.value(), "announceSubstituteNotice");

    assertThatThrownBy(() -> staff.does("pia", task, ANNOUNCED))
        .hasMessageContaining("announcedAt:");
  }

  @Test
  void whoever_posts_bounces_need_not_be_allowed_to_start_a_process() {
    identities.setAuthentication("ian", List.of("core-it"));
    try {
      bounce(2);
    } finally {
      identities.clearAuthentication();
    }
    staff.runDueJobs();

    assertThat(staff.tasks(caseNumber.value())).containsExactly("decideOnSubstituteNotice");
  }

  private void comesBack(int recipient) {
    bounce(recipient);
    staff.runDueJobs();
  }

  private void bounce(int recipient) {
    bounces.countMail(
        "<%s.%d@example.org>".formatted(lastNotice(), recipient),
        new Failure("5.1.1", "550 5.1.1 no such user", null));
    bounces.haveCome();
  }

  private long people(State state) {
    return report.of(caseNumber).people(state);
  }

  private String signedNotice() {
    var notice =
        notices.submit(
            caseNumber,
            new Draft(
                Map.of("en", new Text("Notice of data breach", "Dear {{name}}, it happened.")),
                new Text("Notice of data breach", "It happened."),
                "A data breach happened."),
            "pia");
    for (var role : signOffs.determineSignatories(notice.documentId())) {
      signOffs.answer(notice.documentId(), role, role + "-person", true, null);
    }
    return notice.id().toString();
  }
}
