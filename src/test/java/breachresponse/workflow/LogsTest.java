package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.bounce.Bounces;
import breachresponse.bounce.Failure;
import breachresponse.support.SignedNotice;
import breachresponse.workflow.staff.DemoStaff;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Logs are copied to places that know nothing of who may see a case. */
@ExtendWith(OutputCaptureExtension.class)
class LogsTest extends TellingCustomers {

  private static final String PERSON = "zoe.affected@example.com";
  private static final String SECRET = "Not-the-password-1";

  @Autowired private TestRestTemplate web;
  @Autowired private Bounces bounces;

  @Test
  void nobody_whose_mail_is_refused_or_comes_back_is_in_the_log(CapturedOutput log) {
    aCase(2);
    upload("1,%s,Zoe Affected,en,DE".formatted(PERSON), "2,zoe.affected,Zoe Affected,en,DE");
    mailServer.answers("RCPT", PERSON, "450 4.2.0 <%s> greylisted".formatted(PERSON), 1);
    mailServer.answers("RCPT", PERSON, "550 5.1.1 <%s> unknown".formatted(PERSON), 1);
    var notice = dispatch();
    time.is("2026-03-03T17:00:00Z");
    mailIsSent();
    bounces.countMail(
        "<%s.1@example.org>".formatted(notice),
        new Failure("5.1.1", "550 5.1.1 <%s> unknown".formatted(PERSON), null));
    bounces.haveCome();
    staff.runDueJobs();
    web.withBasicAuth("lena", DemoStaff.PASSWORD)
        .getForEntity("/api/incidents/{number}/evidence.zip", byte[].class, caseNumber.value());

    assertThat(log.getAll())
        .contains("checkpoint of " + caseNumber)
        .doesNotContainIgnoringCase("zoe");
  }

  @Test
  void what_a_form_refuses_is_not_in_the_log(CapturedOutput log) {
    aCase(4);
    dispatch();
    var task = staff.tasks(caseNumber.value(), "postOnChannel").get(0);

    var answer =
        web.withBasicAuth("pia", DemoStaff.PASSWORD)
            .postForEntity(
                "/engine-rest/task/{id}/submit-form",
                Map.of(
                    "variables",
                    Map.of(
                        "outcome", Map.of("value", "posted"),
                        "link", Map.of("value", "mailed to " + PERSON))),
                String.class,
                task.getId());

    assertThat(answer.getStatusCode().isError()).isTrue();
    assertThat(answer.getBody()).contains("link:");
    assertThat(log.getAll()).doesNotContainIgnoringCase("zoe");
  }

  @Test
  void no_password_and_no_token_is_in_the_log(CapturedOutput log) {
    // an account that there is would have to wait, also in other tests
    assertThat(web.withBasicAuth("nobody.here", SECRET).getForEntity("/api/plan", String.class))
        .returns(HttpStatus.UNAUTHORIZED, answer -> (HttpStatus) answer.getStatusCode());
    assertThat(reports("Bearer " + SECRET, "{}")).isEqualTo(HttpStatus.UNAUTHORIZED);

    assertThat(log.getAll()).doesNotContain(SECRET);
  }

  @Test
  void a_report_that_cannot_be_read_is_not_in_the_log(CapturedOutput log) {
    var headers = new HttpHeaders();
    headers.setBasicAuth("ian", DemoStaff.PASSWORD);
    var basic = headers.getFirst(HttpHeaders.AUTHORIZATION);

    assertThat(reports(basic, "{\"title\": \"%s took it\"".formatted(PERSON)))
        .isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(reports(basic, "{\"title\": 1, \"%s\": [".formatted(PERSON)))
        .isEqualTo(HttpStatus.BAD_REQUEST);

    assertThat(log.getAll()).doesNotContainIgnoringCase("zoe");
  }

  private HttpStatusCode reports(String authorization, String body) {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.AUTHORIZATION, authorization);
    headers.setContentType(MediaType.APPLICATION_JSON);
    return web.exchange(
            "/api/incidents", HttpMethod.POST, new HttpEntity<>(body, headers), String.class)
        .getStatusCode();
  }

  private UUID dispatch() {
    var notice = SignedNotice.of(caseNumber, notices, signOffs);
    processes.startProcessInstanceByKey(
        "dispatch-notice",
        caseNumber.value(),
        Variables.putValue("caseNumber", caseNumber.value())
            .putValue("noticeId", notice.toString()));
    staff.runDueJobs();
    mailIsSent();
    return notice;
  }
}
