package breachresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import breachresponse.plan.Lapse;
import breachresponse.plan.Plans;
import breachresponse.plan.Readiness;
import breachresponse.plan.Readiness.State;
import breachresponse.workflow.staff.DemoStaff;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Browser;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** An organisation that has nothing yet prepares itself in Chromium, and then has to respond. */
@BrowserTest
@TestPropertySource(properties = "breach.plan.readiness.first-version=true")
class PlanJourneyTest {

  private static final String PEOPLE =
      """
      lena; Lena Legal; lena@example.org; +49 30 1234561; lena@home.example
      leo; Leo Legal; leo@example.org; +49 30 1234562
      nora; Nora Newcomer; nora@example.org; +49 30 1234570
      sam; Sam Leadership; sam@example.org; +49 30 1234563
      chris; Chris Cio; chris@example.org; +49 30 1234564
      ian; Ian Core-It; ian@example.org; +49 30 1234565
      pia; Pia Pr; pia@example.org; +49 30 1234566
      paul; Paul Pr; paul@example.org; +49 30 1234567
      carla; Carla Ceo; carla@example.org; +49 30 1234568
      petra; Petra Privacy; petra@example.org; +49 30 1234569
      """;
  private static final Pattern LINK = Pattern.compile("/confirm/[\\w-]+");

  /** Runs as the machine's does, and as far ahead of it as the test wants. */
  static class MovedByHand extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.offset(Clock.system(zone), ahead);
    }
  }

  @TestConfiguration
  static class Time {

    @Bean
    @Primary
    MovedByHand clockMovedByHand() {
      return new MovedByHand();
    }
  }

  @LocalServerPort int port;
  @Autowired GreenMail mailServer;
  @Autowired TestRestTemplate http;
  @Autowired TaskService tasks;
  @Autowired ManagementService jobs;
  @Autowired Plans plans;
  @Autowired Readiness readiness;
  @Autowired MovedByHand clock;
  @TempDir Path folder;

  private Browser browser;

  @BeforeEach
  void chromium(Browser browser) {
    this.browser = browser;
  }

  @Test
  void from_an_empty_system_to_a_plan_that_carries_a_breach_and_is_rehearsed() throws Exception {
    assertThat(readiness.report().state()).isEqualTo(State.NONE);
    settle();
    sign("lena", "chris", "pia", "carla");
    await().until(() -> plans.inForce().number() == 1);
    theNewMemberLogsIn();
    confirmContacts();

    respondToABreach();
    rehearse();

    assertThat(readiness.report().lapses()).isEmpty();
    await().until(() -> tasks.createTaskQuery().taskDefinitionKey("rehearseThePlan").count() == 0);
    assertThat(
            http.withBasicAuth("mia", DemoStaff.PASSWORD)
                .getForObject("/api/plan/readiness", String.class))
        .contains("\"state\":\"IN_FORCE\"", "\"version\":1");
    theNextVersionShowsWhatIsNew();
    sign("lena", "chris", "pia", "carla");
    await().until(() -> plans.inForce().number() == 2);
    aYearLaterTheNextIsAskedFor();
  }

  private void settle() {
    try (var sam = logIn("sam")) {
      sam.filter("Senior leadership").open("Choose what to settle", "");
      assertThat(sam.text()).contains("Version 1", "there is no response plan yet");
      sam.screenshot("choose-what-to-settle").complete();
      sam.open("Establish the incident response team", "")
          .fill("The organisation, as customers know it", "Example Books Ltd")
          .fill("Where the whole team gets mail", "incident-team@example.org")
          .fill("People", PEOPLE)
          .pick("Legal", "Lena Legal (lena)", "Leo Legal (leo)", "Nora Newcomer (nora)")
          .pick("Senior leadership", "Sam Leadership (sam)", "Carla Ceo (carla)")
          .pick("CIO", "Chris Cio (chris)", "Ian Core-It (ian)")
          .pick("Core IT", "Ian Core-It (ian)", "Chris Cio (chris)")
          .pick("PR expert", "Pia Pr (pia)", "Paul Pr (paul)")
          .pick("CEO, who is the sender", "Carla Ceo (carla)", "Sam Leadership (sam)")
          .pick("Privacy", "Petra Privacy (petra)", "Lena Legal (lena)")
          .screenshot("establish-the-team")
          .complete();
      sam.open("Set targets", "")
          .fill("A signature, before the deputy is asked as well", "3")
          .screenshot("set-targets")
          .complete();
    }
    try (var pia = logIn("pia")) {
      pia.filter("PR")
          .open("Set points of contact", "")
          .fill("Customers: mail", "privacy@example.org")
          .fill("Customers: phone", "+49 30 0000000")
          .fill("Press: name", "Pia Pr")
          .fill("Press: mail", "press@example.org")
          .fill("Press: phone", "+49 30 0000001")
          .screenshot("set-points-of-contact")
          .complete();
      pia.open("Choose communication mechanisms", "")
          .tick("Channels that we use", "Email to each customer", "X")
          .choose("Email to each customer: who answers for it", "PR")
          .choose("X: who answers for it", "Core IT")
          .screenshot("choose-communication-mechanisms")
          .complete();
      pia.open("Determine the voice", "")
          .choose("Voice", "Sober and brief")
          .fill("English: how a letter begins", "Hello {{name}},")
          .fill("English: what stands above the signature", "Yours sincerely")
          .fill("Sender: name", "Cora Newsender")
          .fill("Sender: title", "Chief Executive Officer")
          .fill("Sender: mail", "cora@example.org")
          .screenshot("determine-the-voice")
          .complete();
      pia.open("Prepare messages", "")
          .withoutMouse()
          .fill("English, from level 2", "{{organisation}} looks into it.")
          .screenshot("prepare-messages")
          .complete();
    }
    try (var chris = logIn("chris")) {
      chris
          .filter("CIO")
          .open("Define the criticality scale", "")
          .choose("Is the table right?", "Yes, in this version")
          .complete();
    }
    try (var lena = logIn("lena")) {
      lena.filter("Legal")
          .open("Define disclosure levels", "")
          .choose("Is the table right?", "Yes, in this version")
          .complete();
      lena.open("Review legal obligations", "")
          .fill("Where customers live", "DE, US-CA")
          .choose("What is to be done?", "Show the duties of what I have entered")
          .complete();
      lena.open("Review legal obligations", "");
      assertThat(lena.text()).contains("GDPR Art 33", "Cal. Civ. Code 1798.82");
      lena.fill("Remarks on duties", "1; Our head of privacy files this")
          .choose("What is to be done?", "I accept the duties as they are shown above")
          .screenshot("review-legal-obligations")
          .complete();
    }
  }

  private void sign(String... people) {
    for (var person : people) {
      try (var signatory = logIn(person)) {
        signatory
            .open("Sign", "response plan")
            .withoutMouse()
            .choose("May it go out as it stands?", "Yes, I sign it")
            .screenshot("sign-plan-" + person)
            .complete();
      }
    }
  }

  private void theNewMemberLogsIn() {
    http.withBasicAuth("admin", DemoStaff.PASSWORD)
        .put(
            "/engine-rest/user/nora/credentials",
            Map.of(
                "password", DemoStaff.PASSWORD, "authenticatedUserPassword", DemoStaff.PASSWORD));
    try (var nora = logIn("nora")) {
      assertThat(nora.filters()).contains("Legal");
    }
  }

  /** Addresses by the link that was mailed to each, phone numbers by who calls them. */
  private void confirmContacts() {
    await().until(() -> links().size() >= 13);
    for (var link : links()) {
      try (var page = browser.newPage()) {
        page.navigate("http://127.0.0.1:%d%s".formatted(port, link));
        page.locator("button").click();
        assertThat(page.locator("main").innerText()).contains("is confirmed");
      }
    }
    for (var person : List.of("sam", "pia")) {
      try (var caller = logIn(person)) {
        caller
            .open("Confirm phone numbers", "")
            .withoutMouse()
            .tickAll("Called, and reached whom it should")
            .screenshot("confirm-phone-numbers")
            .complete();
      }
    }
    assertThat(readiness.report().lapses())
        .extracting(Lapse::kind)
        .containsExactly(Lapse.Kind.EXERCISE);
  }

  private void respondToABreach() throws Exception {
    var response = new Response(browser, port, tasks, jobs);
    response.report();
    response.triageAndContain();
    response.assess();
    response.confirmCriticality();
    response.prepareFilings();
    response.decideToTellCustomers();
    response.provideRecipients(customers());
    response.draftNotice();
    response.sign();
    response.file();
    response.releaseNotice();
    response.postOnChannels("ian");

    await().atMost(Duration.ofMinutes(1)).until(() -> mailTo("ann@example.com").count() == 1);
    var mail = mailTo("ann@example.com").findFirst().orElseThrow();
    assertThat(mail.getFrom()[0].toString()).contains("Cora Newsender", "cora@example.org");
    assertThat(plainText(mail))
        .contains("Hello Ann Other,", "Yours sincerely", "Example Books Ltd")
        .doesNotContain("I am sorry");
    response.review();
  }

  private void rehearse() {
    try (var sam = logIn("sam")) {
      sam.open("Rehearse the plan", "").withoutMouse().screenshot("rehearse-the-plan");
      sam.startProcess("Exercise the plan").start();
      sam.filter("Senior leadership")
          .open("Choose the scenario", "")
          .choose("Scenario", "An e-mail to the wrong list")
          .pick("Who takes part", "Ian Core-It (ian)", "Sam Leadership (sam)")
          .fill("How many times as fast as real time?", "720")
          .complete();
      sam.open("EXERCISE: End the exercise", "EXERCISE-")
          .fill("Why does it end now?", "We have seen enough.")
          .complete();
      sam.open("EXERCISE: Draw the lessons", "EXERCISE-")
          .choose("Is anything to change?", "Yes, there are lessons")
          .fill("First lesson", "The deputy of legal is asked sooner.")
          .choose("First lesson: who sees to it", "Sam Leadership (sam)")
          .fillDate("First lesson: by when", LocalDate.now().plusMonths(1))
          .complete();
    }
  }

  private void theNextVersionShowsWhatIsNew() {
    try (var sam = logIn("sam")) {
      sam.open("Choose what to settle", "");
      assertThat(sam.text()).contains("Version 2");
      sam.tick("What is to be settled?", "The incident response team", "Targets")
          .screenshot("choose-what-to-settle-next")
          .complete();
      // who fills a role is chosen already
      sam.open("Establish the incident response team", "").complete();
      sam.open("Set targets", "")
          .fill("A signature, before the deputy is asked as well", "1")
          .complete();
    }
    try (var carla = logIn("carla")) {
      carla.open("Sign", "response plan").screenshot("sign-plan-changes");
      assertThat(carla.text())
          .contains("What is new", "3 hours", "1 hour")
          .doesNotContain("leaves these groups");
    }
  }

  private void aYearLaterTheNextIsAskedFor() {
    clock.ahead = Duration.ofDays(366);
    var daily =
        jobs.createJobQuery().processDefinitionKey("keep-plan-ready").timers().singleResult();
    jobs.setJobDuedate(daily.getId(), new Date());
    try (var sam = logIn("sam")) {
      sam.open("Choose what to settle", "");
      assertThat(sam.text()).contains("Version 3", "this version was signed 365 days ago");
      sam.open("Mend the plan", "Mail addresses").withoutMouse().screenshot("mend-the-plan");
      assertThat(sam.text()).contains("not to be relied on", "@example.org");
      sam.complete();
    }
  }

  private Path customers() throws IOException {
    return Files.writeString(
        folder.resolve("customers.csv"),
        """
        id,email,name,language,residence
        1,ann@example.com,Ann Other,en,DE
        2,bob@example.com,Bob Other,en,US-CA
        """);
  }

  private Set<String> links() {
    var links = new TreeSet<String>();
    for (var mail : mailServer.getReceivedMessages()) {
      LINK.matcher(GreenMailUtil.getBody(mail)).results().forEach(link -> links.add(link.group()));
    }
    return links;
  }

  private Stream<MimeMessage> mailTo(String address) {
    return Arrays.stream(mailServer.getReceivedMessages())
        .filter(mail -> recipient(mail).equals(address));
  }

  private static String plainText(MimeMessage mail) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getRecipients(RecipientType.TO)[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Tasklist logIn(String person) {
    return Tasklist.logIn(browser, port, person);
  }
}
