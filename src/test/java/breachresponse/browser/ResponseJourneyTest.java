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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
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

  @LocalServerPort int port;
  @Autowired GreenMail mailServer;
  @Autowired TestRestTemplate http;
  @Autowired Incidents incidents;
  @Autowired TaskService tasks;
  @Autowired ManagementService jobs;
  @Autowired RuntimeService runtime;
  @TempDir Path folder;

  private Browser browser;
  private Response response;

  @BeforeEach
  void chromium(Browser browser) {
    this.browser = browser;
    response = new Response(browser, port, tasks, jobs);
  }

  @Test
  void from_the_report_to_the_closed_case() throws Exception {
    response.report();
    response.triageAndContain();
    response.assess();
    response.confirmCriticality();
    response.prepareFilings();
    response.decideToTellCustomers();
    var file = folder.resolve("customers.csv");
    Files.writeString(file, customers());
    response.provideRecipients(file);
    response.draftNotice();
    response.sign();
    response.file();
    response.releaseNotice();
    response.postOnChannels("pia");

    everyCustomerGotOneMail();
    theNoticeIsPublic();

    response.review();

    await()
        .until(
            () -> incidents.get(new CaseNumber(response.caseNumber())).status() == Status.CLOSED);
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
        .getForObject("/api/incidents/{case}/evidence.zip", byte[].class, response.caseNumber());
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
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
