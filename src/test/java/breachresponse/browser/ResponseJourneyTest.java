package breachresponse.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incident.Status;
import breachresponse.incident.Incidents;
import breachresponse.workflow.staff.DemoStaff;
import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Browser;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole response in Chromium, each person under their own name. */
@BrowserTest
class ResponseJourneyTest {

  private static final int CUSTOMERS = 1000;
  private static final Map<String, String> SIGNATORIES =
      Map.of("legal", "leo", "cio", "chris", "pr", "paul", "ceo", "carla");
  private static final Pattern LEFT_TO_PR = Pattern.compile("\\{\\{(?!name}})[^}]*}}");
  private static final LocalDateTime NOW = LocalDateTime.now(ZoneOffset.UTC);

  @LocalServerPort int port;
  @Autowired GreenMail mailServer;
  @Autowired TestRestTemplate http;
  @Autowired Incidents incidents;
  @Autowired TaskService tasks;
  @Autowired ManagementService jobs;
  @Autowired RuntimeService runtime;
  @TempDir Path folder;

  private Browser browser;
  private String caseNumber;

  @BeforeEach
  void chromium(Browser browser) {
    this.browser = browser;
  }

  @Test
  void from_the_report_to_the_closed_case() throws Exception {
    report();
    triageAndContain();
    assess();
    confirmCriticality();
    prepareFilings();
    decideToTellCustomers();
    provideRecipients();
    draftNotice();
    sign();
    file();
    releaseNotice();
    postOnChannels();

    everyCustomerGotOneMail();
    theNoticeIsPublic();

    review();

    await().until(() -> incidents.get(new CaseNumber(caseNumber)).status() == Status.CLOSED);
    await()
        .until(
            () ->
                runtime
                        .createProcessInstanceQuery()
                        .processDefinitionKeyNotIn("erase-recipients")
                        .count()
                    == 0);
    theEvidenceIsComplete();
  }

  private void report() {
    try (var pia = logIn("pia")) {
      pia.startProcess("Respond to a breach")
          .fill("What happened, in one line", "Customer table copied")
          .fill("What you know", "The shop's customer table was copied at night.")
          .start();
    }
  }

  private void triageAndContain() {
    try (var ian = logIn("ian")) {
      caseNumber = ian.filter("Core IT").caseOf("Triage");
      ian.open("Triage", caseNumber)
          .choose("Is it a breach?", "Yes, with us")
          .fillTime("When we became aware (date)", NOW.minusHours(3).withMinute(17))
          .fill("How you know", "The logs show the copy.")
          .complete();
      ian.open("Contain the breach", caseNumber)
          .fill("What was done, and when", "All passwords were reset at noon.")
          .complete();
    }
  }

  private void assess() {
    try (var petra = logIn("petra")) {
      petra
          .filter("Privacy")
          .open("Assess exposure", caseNumber)
          .choose("For whom do we process these data?", "For ourselves: we are the controller")
          .tick("What happened to the data?", "Somebody saw or took them (confidentiality)")
          .pick("Which data?", "Name", "E-mail address")
          .choose("Were they encrypted?", "No")
          .fill("People affected, by where they live", "DE 600\nUS-CA 400")
          .choose("Likely risk to these people", "A high risk")
          .fill("Why", "The addresses can be used to deceive them.")
          .choose(
              "The worst that has come of it, or must be expected",
              "Harm: money, reputation, secrecy")
          .fill("Cause, as far as known", "A stolen administrator's password.")
          .fill("Likely consequences for these people", "They may get deceptive mail.")
          .fill("What we do about it", "All passwords were reset.")
          .screenshot("assess-exposure")
          .complete();
    }
  }

  private void confirmCriticality() {
    try (var chris = logIn("chris")) {
      chris.filter("CIO").open("Confirm criticality", caseNumber).complete();
    }
  }

  private void prepareFilings() {
    try (var petra = logIn("petra")) {
      while (isOpen("prepareFiling")) {
        petra
            .open("Prepare filing", caseNumber)
            .choose("Is the recipient told?", "Yes, with this text")
            .screenshot("prepare-filing")
            .complete();
      }
    }
  }

  private void decideToTellCustomers() {
    try (var lena = logIn("lena")) {
      lena.filter("Legal")
          .open("Decide whether to tell customers", caseNumber)
          .choose("Are they told?", "Yes, customers are told")
          .complete();
    }
  }

  private void provideRecipients() throws IOException {
    var file = folder.resolve("customers.csv");
    Files.writeString(file, customers());
    try (var ian = logIn("ian")) {
      ian.open("Provide recipients", caseNumber)
          .upload(file)
          .screenshot("provide-recipients")
          .complete();
    }
  }

  private void draftNotice() {
    try (var pia = logIn("pia")) {
      pia.filter("PR").open("Define segments", caseNumber).screenshot("define-segments").complete();
      pia.open("Draft notice", caseNumber).screenshot("draft-notice");
      var spanish = pia.value("Mail, Spanish");
      pia.fill("Mail, Spanish", LEFT_TO_PR.matcher(spanish).replaceAll("Se copiaron sus datos."))
          .complete();
    }
  }

  private void sign() {
    SIGNATORIES.forEach(
        (group, person) -> {
          if (isOpen("sign", group)) {
            try (var signatory = logIn(person)) {
              while (isOpen("sign", group)) {
                signatory
                    .open("Sign", caseNumber)
                    .choose("May it go out as it stands?", "Yes, I sign it")
                    .screenshot("sign-" + group)
                    .complete();
              }
            }
          }
        });
  }

  private void file() {
    try (var petra = logIn("petra")) {
      while (isOpen("fileIt")) {
        petra
            .open("File it", caseNumber)
            .fillTime("Filed on (date)", LocalDateTime.now(ZoneOffset.UTC).minusMinutes(1))
            .fill("Reference", "26-118")
            .complete();
      }
    }
  }

  private void releaseNotice() {
    try (var sam = logIn("sam")) {
      sam.open("Release notice", caseNumber)
          .choose("Does it go out?", "Release it")
          .screenshot("release-notice")
          .complete();
    }
  }

  private void postOnChannels() {
    try (var pia = logIn("pia")) {
      while (isOpen("postOnChannel")) {
        pia.open("Post on the channel", caseNumber)
            .choose("What has become of it", "It is posted")
            .fill("Link to the post", "https://social.example/posts/1")
            .complete();
      }
    }
  }

  /** Once the findings that the notice itself brought are followed: until then it is refused. */
  private void review() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> jobs.createJobQuery().processDefinitionKey("respond-to-breach").count() == 0);
    try (var chris = logIn("chris")) {
      chris
          .open("Review the response", caseNumber)
          .fill("Lessons", "Administrators need a second factor.")
          .complete();
    }
  }

  private void everyCustomerGotOneMail() throws Exception {
    await().atMost(Duration.ofMinutes(2)).until(() -> toCustomers().size() == CUSTOMERS);
    assertThat(toCustomers().stream().map(ResponseJourneyTest::recipient)).doesNotHaveDuplicates();
    for (var mail : toCustomers()) {
      assertThat(mail.getFrom()[0].toString()).contains("ceo@example.org");
    }
  }

  private void theNoticeIsPublic() {
    var page = browser.newPage();
    page.navigate("http://127.0.0.1:%d/notices/".formatted(port));
    page.locator("main a").first().click();
    assertThat(page.locator("main").innerText()).contains("Example Books");
    page.screenshot(Tasklist.to("public-notice"));
  }

  private void theEvidenceIsComplete() throws Exception {
    var files = new TreeMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(evidence()), UTF_8)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    assertThat(files.keySet())
        .contains("VERIFY.txt", "case.json", "obligations.json", "notices.json", "register.csv")
        .anyMatch(name -> name.startsWith("facts/"))
        .anyMatch(name -> name.startsWith("documents/"));
    assertThat(new String(files.get("deliveries.csv"), UTF_8).lines().count())
        .isGreaterThan(CUSTOMERS);
    for (var line : new String(files.get("manifest.sha256"), UTF_8).lines().toList()) {
      var parts = line.split(" [ *]", 2);
      assertThat(sha256(files.get(parts[1]))).as(parts[1]).isEqualTo(parts[0]);
    }
  }

  private byte[] evidence() {
    return http.withBasicAuth("lena", DemoStaff.PASSWORD)
        .getForObject("/api/incidents/{case}/evidence.zip", byte[].class, caseNumber);
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private Tasklist logIn(String person) {
    return Tasklist.logIn(browser, port, person);
  }

  /** Asked once all that runs by itself has run. */
  private boolean isOpen(String task, String... groups) {
    await().until(() -> jobs.createJobQuery().executable().count() == 0);
    var query =
        tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(task);
    if (groups.length > 0) {
      query.taskCandidateGroupIn(List.of(groups)).includeAssignedTasks();
    }
    return query.count() > 0;
  }

  private List<MimeMessage> toCustomers() {
    return Arrays.stream(mailServer.getReceivedMessages())
        .filter(mail -> recipient(mail).endsWith("@example.com"))
        .toList();
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getRecipients(RecipientType.TO)[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String customers() {
    return IntStream.rangeClosed(1, CUSTOMERS)
        .mapToObj(
            n ->
                "%d,customer-%d@example.com,Customer %d,%s,%s\r\n"
                    .formatted(n, n, n, n % 4 == 0 ? "es" : "en", n <= 600 ? "DE" : "US-CA"))
        .collect(Collectors.joining("", "id,email,name,language,residence\r\n", ""));
  }
}
