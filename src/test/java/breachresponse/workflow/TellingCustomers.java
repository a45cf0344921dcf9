package breachresponse.workflow;

import breachresponse.delivery.Dispatcher;
import breachresponse.delivery.Recipients;
import breachresponse.delivery.SmtpSink;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Facts.Affected;
import breachresponse.incident.Facts.Aspect;
import breachresponse.incident.Facts.Consequence;
import breachresponse.incident.Facts.Hold;
import breachresponse.incident.Facts.Protection;
import breachresponse.incident.Facts.Risk;
import breachresponse.incident.Incidents;
import breachresponse.notice.Notices;
import breachresponse.notice.Posts;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import breachresponse.signoff.SignOffs;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of a notice begin with: a case in which the law wants people told. */
@ApplicationTest
abstract class TellingCustomers {

  static final String AWARE = "2026-03-03T15:30+01:00";

  @Autowired Staff staff;
  @Autowired Time time;
  @Autowired Incidents incidents;
  @Autowired ObligationRegister register;
  @Autowired ResponsePlan plan;
  @Autowired SignOffs signOffs;
  @Autowired Notices notices;
  @Autowired Posts posts;
  @Autowired Recipients recipients;
  @Autowired Dispatcher dispatcher;
  @Autowired SmtpSink mailServer;
  @Autowired Timeline timeline;
  @Autowired Cases cases;
  @Autowired RunningObligations running;
  @Autowired RuntimeService processes;
  @Autowired IdentityService identities;

  CaseNumber caseNumber;
  private int mailsOfOtherTests;

  @BeforeEach
  void at_three_on_a_tuesday() {
    time.is("2026-03-03T15:00:00Z");
    mailsOfOtherTests = mailServer.received().size();
  }

  /** Passwords of 300 people in Germany: a high risk to them. */
  void aCase(int level) {
    caseNumber = incidents.open("Customer table copied", "It was copied at night.", "ian");
    incidents.record(caseNumber, facts(null, "DE"), "ian");
    incidents.assess(caseNumber, level, "as the test wants it", "ian");
    register.determine(caseNumber);
  }

  Facts facts(Hold hold, String... residences) {
    return new Facts(
        OffsetDateTime.parse(AWARE),
        null,
        plan.facts(),
        Stream.of(residences).map(place -> new Affected(place, 300L, null)).toList(),
        Set.of(Aspect.CONFIDENTIALITY),
        Set.of("name", "email", "online-credentials"),
        new Protection(false, null),
        Risk.HIGH,
        Consequence.HARM,
        null,
        hold);
  }

  static Hold hold(String until) {
    return new Hold(
        "18 U.S.C. 2705(b)",
        "Agent Smith, FBI",
        OffsetDateTime.parse("2026-03-03T14:00:00Z"),
        until == null ? null : OffsetDateTime.parse(until));
  }

  /** There the law has a number: 30 days. */
  void peopleInCalifornia() {
    incidents.record(caseNumber, facts(null, "DE", "US-CA"), "ian");
    register.determine(caseNumber);
  }

  /**
   * The hold comes, changes or, where it is null, has gone: says somebody who has no right to the
   * processes that follow it.
   */
  void found(Hold hold) {
    found("lena", hold);
  }

  void found(String person, Hold hold) {
    identities.setAuthentication(person, List.of("legal"));
    try {
      cases.find(caseNumber, facts(hold, "DE"), person);
    } finally {
      identities.clearAuthentication();
    }
    staff.runDueJobs(caseNumber.value());
  }

  void upload(String... rows) {
    upload("id,email,name,language,residence", rows);
  }

  private void upload(String header, String... rows) {
    var file = header + "\n" + String.join("\n", rows);
    recipients.add(
        caseNumber, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "petra");
  }

  void uploadWithGroups(String... rows) {
    upload("id,email,name,language,residence,groups", rows);
  }

  List<Obligation> duties() {
    return register.of(caseNumber).stream().filter(Obligation::tellsPeople).toList();
  }

  List<String> acts() {
    return timeline.of(caseNumber).stream().map(Timeline.Entry::act).toList();
  }

  /** With the line ends that are none, and the blanks before them, as they are read. */
  List<String> mailsTo(String address) {
    return mailServer.received().stream()
        .skip(mailsOfOtherTests)
        .filter(mail -> mail.to().equals(address))
        .map(SmtpSink.Received::text)
        .map(text -> text.replaceAll("=\r?\n", "").replace("=20", " "))
        .toList();
  }

  /** To whom mails with these words went. */
  Set<String> addresseesOf(String words) {
    return mailServer.received().stream()
        .skip(mailsOfOtherTests)
        .filter(mail -> mail.text().contains(words))
        .map(SmtpSink.Received::to)
        .collect(Collectors.toSet());
  }

  void mailIsSent() {
    dispatcher.sendDue();
    staff.runDueJobs(caseNumber.value());
  }

  /** All but a substitute notice, whose page stays up for a month. */
  boolean isOver() {
    return processes
            .createProcessInstanceQuery()
            .processDefinitionKeyNotIn("substitute-notice")
            .processInstanceBusinessKey(caseNumber.value())
            .count()
        == 0;
  }

  UUID lastNotice() {
    var all = notices.of(caseNumber);
    return all.get(all.size() - 1).id();
  }
}
