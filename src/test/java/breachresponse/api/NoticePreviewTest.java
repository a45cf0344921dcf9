package breachresponse.api;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.Incidents;
import breachresponse.notice.Draft;
import breachresponse.notice.Draft.Text;
import breachresponse.notice.Notices;
import breachresponse.support.ApplicationTest;
import breachresponse.workflow.staff.DemoStaff;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

@ApplicationTest
class NoticePreviewTest {

  @Autowired private TestRestTemplate web;
  @Autowired private Incidents incidents;
  @Autowired private Notices notices;

  private UUID noticeId;

  @BeforeEach
  void a_notice() {
    var draft =
        new Draft(
            Map.of(
                "en", new Text("Notice for {{name}}", "Dear {{name}},\n\n**it** happened."),
                "es", new Text("Aviso", "Hola, {{name}}:")),
            new Text("Notice", "It happened."),
            "It happened.");
    noticeId = notices.submit(incidents.open("Server hacked", "", "ida"), draft, "paul").id();
  }

  @Test
  void it_has_each_mail_with_the_name_filled_in_and_without_one() {
    var page = get("lena", "/preview");

    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(page.getBody())
        .contains("<dd lang=\"en\">Notice for Alex Example</dd>")
        .contains("Carla Example &lt;ceo@example.org&gt;")
        .contains("<pre lang=\"en\">Dear customer,\n\nit happened.</pre>")
        .contains("<iframe title=\"Mail 4 as HTML\" sandbox src=\"preview/4\">")
        .doesNotContain("{{name}}");
  }

  @Test
  void the_html_of_a_mail_is_that_which_is_sent_and_can_run_and_load_nothing() {
    var mail = get("carla", "/preview/1");

    var sent = notices.mailing(noticeId).segments().get(0).in("en").orElseThrow();
    assertThat(mail.getBody()).isEqualTo(sent.html().replace("{{name}}", "Alex Example"));
    assertThat(mail.getHeaders().getFirst("Content-Security-Policy"))
        .startsWith("sandbox; default-src 'none'");
    assertThat(mail.getHeaders().getCacheControl()).isEqualTo("no-store");
  }

  @Test
  void it_is_for_those_who_work_on_the_case_or_watch_it_alone() {
    assertThat(web.getForEntity(path("/preview"), String.class).getStatusCode())
        .isEqualTo(HttpStatus.UNAUTHORIZED);
    assertThat(get("omar", "/preview").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
  }

  @Test
  void managers_read_it_as_they_read_the_evidence() {
    assertThat(get("mia", "/preview").getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(get("mia", "/preview/1").getStatusCode()).isEqualTo(HttpStatus.OK);
  }

  @Test
  void what_is_not_there_is_not_found() {
    assertThat(get("lena", "/preview/5").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    noticeId = UUID.randomUUID();
    assertThat(get("lena", "/preview").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
  }

  private ResponseEntity<String> get(String person, String page) {
    return web.withBasicAuth(person, DemoStaff.PASSWORD).getForEntity(path(page), String.class);
  }

  private String path(String page) {
    return "/api/notices/" + noticeId + page;
  }
}
