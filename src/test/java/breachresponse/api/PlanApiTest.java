package breachresponse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;

import breachresponse.plan.PlanContentBuilder;
import breachresponse.plan.Plans;
import breachresponse.plan.ResponsePlan.Person;
import breachresponse.plan.ResponsePlan.Seat;
import breachresponse.support.ApplicationTest;
import breachresponse.support.PlanAtRest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** The response plan, as people read and print it. */
@ApplicationTest
class PlanApiTest {

  @Autowired private TestRestTemplate web;
  @Autowired private Plans plans;
  @Autowired private PlanAtRest atRest;

  private int version;

  @BeforeEach
  void a_version_is_prepared() {
    version = plans.openNext("The <first> one", "sam").number();
    plans.settle(
        version,
        content ->
            PlanContentBuilder.builder(content)
                .organisation("Książki & Βιβλία")
                .people(
                    List.of(
                        new Person("leo", "Leo | <b>Legal</b>", "leo@example.org", "+49 30 1", ""),
                        new Person("lena", "Łucja Legal", "lena@example.org", "+49 30 2", "")))
                .seats(List.of(new Seat("legal", "leo", List.of("lena"))))
                .build());
  }

  @AfterEach
  void others_find_the_plan_of_the_settings() {
    atRest.restore();
  }

  @Test
  void what_is_in_force_and_which_versions_there_are() {
    var mia = new Api(web, "mia");
    assertThat(mia.get("/api/plan").getBody().at("/content/organisation").asText())
        .isEqualTo("Example Books");
    assertThat(versions(mia)).contains("inForceFrom\":null");

    plans.putInForce(version);

    assertThat(mia.get("/api/plan").getBody().at("/version/number").asInt()).isEqualTo(version);
    assertThat(mia.get("/api/plan").getBody().at("/content/organisation").asText())
        .isEqualTo("Książki & Βιβλία");
    assertThat(versions(mia)).doesNotContain("inForceFrom\":null");
  }

  @Test
  void whether_it_can_be_relied_on_and_whose_task_it_is_is_for_staff_and_managers() {
    plans.putInForce(version);

    var readiness = new Api(web, "mia").get("/api/plan/readiness").getBody();

    assertThat(readiness.at("/state").asText()).isEqualTo("LAPSED");
    assertThat(readiness.at("/version").asInt()).isEqualTo(version);
    assertThat(readiness.at("/lapses").findValuesAsText("inWords"))
        .contains("the CEO has not signed this version", "Łucja Legal, +49 30 2: not confirmed");
    assertThat(readiness.at("/lapses/0/role").asText()).isEqualTo("ceo");
    assertThat(readiness.at("/lapses/0/since").asText()).isNotBlank();
    assertThat(new Api(web, "omar").get("/api/plan/readiness").getStatusCode())
        .isEqualTo(FORBIDDEN);
  }

  @Test
  void a_version_is_a_page_that_says_when_nobody_has_signed_it() {
    var page = new Api(web, "pia").download(booklet(""));

    assertThat(page.getStatusCode()).isEqualTo(OK);
    assertThat(page.getHeaders().getFirst("Content-Security-Policy"))
        .startsWith("default-src 'none'");
    assertThat(new String(page.getBody(), StandardCharsets.UTF_8))
        .contains("This version is not in force")
        .contains("<td>Leo | &lt;b&gt;Legal&lt;/b&gt;</td>")
        .doesNotContain("<first>");
  }

  @Test
  void it_prints_with_the_letters_of_all_of_europe() throws IOException {
    var pdf = new Api(web, "pia").download(booklet(".pdf"));

    try (var document = Loader.loadPDF(pdf.getBody())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Książki & Βιβλία: response plan", "Łucja Legal", "+49 30 2");
    }
  }

  @Test
  void the_default_of_the_settings_is_version_0_and_others_are_not_there() {
    assertThat(new Api(web, "pia").download("/api/plan/versions/0/booklet").getStatusCode())
        .isEqualTo(OK);
    assertThat(new Api(web, "pia").get("/api/plan/versions/999/booklet.pdf").getStatusCode())
        .isEqualTo(NOT_FOUND);
  }

  @Test
  void it_is_for_the_team_and_managers() {
    assertThat(new Api(web, "omar").get("/api/plan").getStatusCode()).isEqualTo(FORBIDDEN);
    assertThat(new Api(web, "omar").download(booklet(".pdf")).getStatusCode()).isEqualTo(FORBIDDEN);
  }

  private String booklet(String end) {
    return "/api/plan/versions/%d/booklet%s".formatted(version, end);
  }

  private static String versions(Api api) {
    return api.get("/api/plan/versions").getBody().toString();
  }
}
