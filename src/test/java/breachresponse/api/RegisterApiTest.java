package breachresponse.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.OK;

import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Facts.Account;
import breachresponse.incident.Facts.Affected;
import breachresponse.incident.Facts.Aspect;
import breachresponse.incident.Facts.Protection;
import breachresponse.incident.Facts.Risk;
import breachresponse.incident.Incidents;
import breachresponse.obligation.Filing;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import breachresponse.workflow.staff.DemoStaff;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;

/** The register of breaches, as those see it who keep it and those who ask for it. */
@ApplicationTest
class RegisterApiTest {

  /** Each test has a year for itself. */
  private static final AtomicInteger YEARS = new AtomicInteger(2101);

  @Autowired private TestRestTemplate web;
  @Autowired private Time time;
  @Autowired private Incidents incidents;
  @Autowired private CaseAccess access;
  @Autowired private ObligationRegister obligations;
  @Autowired private SignOffs signOffs;
  @Autowired private ResponsePlan plan;

  private int year;
  private CaseNumber copied;
  private CaseNumber lost;
  private CaseNumber late;
  private CaseNumber falseAlarm;

  @BeforeEach
  void three_breaches_a_false_alarm_and_an_exercise() {
    year = YEARS.getAndIncrement();
    time.is(at("03-03T08:00:00Z"));
    copied = incidents.open("Customer table copied", "At night", "ian");
    lost = incidents.open("Notebook lost", "On a train, =1+1", "ian");
    late = incidents.open("Letters sent to the wrong people", "By the printer", "ian");
    falseAlarm = incidents.open("Nothing after all", "A test of the scanner", "ian");
    incidents.openExercise("Rehearsed", "Not real", "sam", 1);
    time.is(at("03-03T10:00:00Z"));
    incidents.respond(copied, "The logs show it", "ian");
    incidents.dismiss(falseAlarm, "ian");
    know(copied, Risk.HIGH, false, 300);
    incidents.assess(copied, 4, "Passwords were copied", "chris");
    know(lost, Risk.NONE, true, 20);
    time.is(at("03-03T14:00:00Z"));
    incidents.respond(lost, "It is gone", "ian");
    incidents.respond(late, "They are gone", "ian");
    know(late, Risk.RISK, false, 7);
    tell(copied, at("03-03T20:00:00Z"), null);
    time.is(at("03-09T14:00:00Z"));
    tell(late, at("03-09T08:00:00Z"), "The privacy officer was ill");
    incidents.close(lost, "lena");
  }

  @Test
  void every_breach_is_there_whoever_was_told_and_no_false_alarm_or_exercise() {
    assertThat(numbers(register(""))).containsExactly(copied, lost, late);
    assertThat(as("mia").get("/api/register").getBody().toString())
        .contains(copied.value())
        .doesNotContain(falseAlarm.value(), "EXERCISE");
  }

  @Test
  void a_restricted_case_and_its_numbers_are_for_those_alone_who_may_see_it() {
    assertThat(numbers(register(""))).contains(lost);
    access.restrict(lost, List.of("leo", "ian"), "An insider", "leo");

    for (var path : List.of(path("", ""), path(".csv", ""))) {
      assertThat(read("mia", path))
          .contains(copied.value())
          .doesNotContain(lost.value(), "Notebook lost");
      assertThat(read("leo", path)).contains(lost.value());
    }
  }

  @Test
  void a_breach_has_its_facts_effects_and_remedial_action_and_whom_we_told_when() {
    var breach = register("").at("/breaches/0");

    assertThat(breach.get("title").asText()).isEqualTo("Customer table copied");
    assertThat(breach.get("status").asText()).isEqualTo("responding");
    assertThat(breach.get("people").asLong()).isEqualTo(300);
    assertThat(breach.get("cause").asText()).isEqualTo("A stolen password");
    assertThat(breach.get("effects").asText()).isEqualTo("Somebody may log in");
    assertThat(breach.get("remedialAction").asText()).isEqualTo("Passwords were reset");
    assertThat(breach.get("criticalityReason").asText()).isEqualTo("Passwords were copied");
    assertThat(breach.get("triagedAt").asText()).isEqualTo(at("03-03T10:00:00Z"));
    var authority = duty(breach, "GDPR Art 33(1)");
    assertThat(authority.get("toldAt").asText()).isEqualTo(at("03-03T20:00:00Z"));
    assertThat(authority.get("late").asBoolean()).isFalse();
    assertThat(authority.get("reference").asText()).isEqualTo("26-118");
  }

  @Test
  void who_was_not_told_is_there_with_the_reason() {
    var breach = register("").at("/breaches/1");

    assertThat(breach.get("told").asText()).isEqualTo("nobody");
    var authority = duty(breach, "GDPR Art 33(1)");
    assertThat(authority.get("status").asText()).isEqualTo("not-triggered");
    assertThat(authority.get("whyNotTold").asText()).startsWith("Risk to people: none");
  }

  @Test
  void a_delay_is_there_with_the_reason() {
    var breach = register("").at("/breaches/2");

    assertThat(breach.get("told").asText()).isEqualTo("late");
    var authority = duty(breach, "GDPR Art 33(1)");
    assertThat(authority.get("late").asBoolean()).isTrue();
    assertThat(authority.get("reasonForDelay").asText()).isEqualTo("The privacy officer was ill");
  }

  @Test
  void a_signed_decision_not_to_tell_customers_is_there_though_no_law_asks() {
    var decision =
        signOffs.submit(
            lost,
            Document.Kind.NO_NOTICE,
            "Not told",
            "# No" + Document.REASON + "It was encrypted",
            "paul");
    assertThat(register("").at("/breaches/1/decision").isNull()).isTrue();

    signOffs
        .determineSignatories(decision.id())
        .forEach(role -> signOffs.answer(decision.id(), role, "for-" + role, true, null));

    assertThat(register("").at("/breaches/1/decision").asText()).isEqualTo("It was encrypted");
    assertThat(csv("")).contains("Customers: It was encrypted");
  }

  @ParameterizedTest
  @CsvSource({
    "criticality=4,           1",
    "criticality=5,           0",
    "notified=true,           2",
    "notified=false,          1",
    "state=running,           2",
    "state=closed,            1",
    "state=false-alarm,       1",
    "jurisdiction=de,         3",
    "jurisdiction=US,         1",
    "jurisdiction=FR,         0",
    "text=NOTEBOOK,           1",
    "text=officer was ill,    1",
    "text=stolen&state=closed,1",
    "text=&state=&notified=&criticality=&jurisdiction=,3"
  })
  void it_is_filtered_by_each_of_these(String filter, int breaches) {
    assertThat(numbers(register("&" + filter))).hasSize(breaches);
  }

  @ParameterizedTest
  @CsvSource({
    "year=26,        year",
    "criticality=7,  criticality",
    "state=open,     state",
    "notified=maybe, notified",
    "year=two,       year"
  })
  void what_can_not_be_meant_is_refused_by_its_name(String filter, String field) {
    var answer = as("mia").get("/api/register?" + filter);

    assertThat(answer.getStatusCode()).isEqualTo(BAD_REQUEST);
    assertThat(answer.getBody().at("/errors/0/field").asText()).isEqualTo(field);
  }

  @Test
  void a_year_is_there_in_numbers() {
    var numbers = register("").get("years");

    assertThat(numbers).hasSize(1);
    assertThat(numbers.get(0))
        .hasToString(
            """
            {"year":%d,"breaches":3,\
            "byCriticality":{"0":0,"1":0,"2":0,"3":0,"4":1,"5":0,"6":0,"not-assessed":2},\
            "toldInTime":1,"toldLate":1,"pending":0,"nobodyTold":1,"falseAlarms":1,\
            "peopleAffected":327,"hoursToTriage":6.0,"hoursToAuthority":78.0,\
            "hoursToCustomers":null}"""
                .formatted(year));
  }

  @Test
  void the_numbers_are_those_of_the_breaches_in_the_answer() {
    var numbers = register("&text=customer table").get("years");

    assertThat(numbers.at("/0/breaches").asInt()).isEqualTo(1);
    assertThat(numbers.at("/0/falseAlarms").asInt()).isZero();
    assertThat(numbers.at("/0/hoursToTriage").asDouble()).isEqualTo(2.0);
    assertThat(register("&state=false-alarm").at("/years/0/breaches").asInt()).isZero();
    assertThat(register("&state=false-alarm").at("/years/0/falseAlarms").asInt()).isEqualTo(1);
  }

  @Test
  void an_open_duty_past_its_deadline_is_late_already() {
    time.is(at("03-03T14:00:00Z"));
    var open = incidents.open("Still open", "x", "ian");
    know(open, Risk.RISK, false, 1);
    assertThat(register("&text=still open").at("/breaches/0/told").asText()).isEqualTo("pending");

    time.is(at("03-20T14:00:00Z"));

    assertThat(register("&text=still open").at("/breaches/0/told").asText()).isEqualTo("late");
  }

  @Test
  void as_csv_it_has_a_row_each_and_no_formula() {
    incidents.open("=HYPERLINK(\"http://evil.example\")", "-1+1", "ian");

    var rows = csv("");

    assertThat(rows).startsWith("case,title,status,");
    assertThat(rows)
        .contains("\n" + copied + ",Customer table copied,responding,")
        .contains("The privacy officer was ill", ",confidentiality,E-mail address; Name,300,")
        .contains(",\"'=HYPERLINK(\"\"http://evil.example\"\")\",")
        .doesNotContain(",=", ",\"=");
  }

  @Test
  void as_pdf_it_has_the_years_and_a_sheet_for_each_breach() throws IOException {
    var answer = as("lena").download("/api/register.pdf?year=" + year);

    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
        .isEqualTo("attachment; filename=\"breach-register-%d-03-09.pdf\"".formatted(year));
    try (var pdf = Loader.loadPDF(answer.getBody())) {
      assertThat(text(pdf))
          .contains("Breach register", "Example Books", "reported in " + year)
          .contains("3 d 6 h", "6 h 00 min", "E-mail address; Name")
          .contains(copied + " Customer table copied", "A stolen password", "Somebody may log in")
          .contains("Passwords were reset", "26-118", "The privacy officer was ill")
          .doesNotContain("Nothing after all", "Rehearsed");
    }
  }

  @Test
  void the_pdf_can_be_read_out_and_has_a_title_a_language_and_bookmarks() throws IOException {
    try (var pdf = Loader.loadPDF(as("mia").download(path(".pdf", "")).getBody())) {
      assertIsAccessible(pdf, "Breach register – Example Books");
      assertThat(pdf.getDocumentCatalog().getDocumentOutline().children())
          .extracting(bookmark -> bookmark.getTitle())
          .contains("In numbers", copied + " Customer table copied");
    }
  }

  static void assertIsAccessible(PDDocument pdf, String title) throws IOException {
    var catalog = pdf.getDocumentCatalog();
    assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(title);
    assertThat(catalog.getMarkInfo().isMarked()).isTrue();
    assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
    assertThat(pdf.getDocumentInformation().getSubject()).isNotBlank();
    assertThat(catalog.getLanguage()).startsWith("en");
    assertThat(new String(catalog.getMetadata().toByteArray(), UTF_8))
        .contains("pdfuaid:part", "pdfaid:part");
  }

  @ParameterizedTest
  @CsvSource({
    "lena, 200",
    "petra, 200",
    "mia, 200",
    "ian, 403",
    "pia, 403",
    "sam, 403",
    "omar, 403"
  })
  void it_is_for_legal_privacy_and_managers(String person, int status) {
    assertThat(as(person).get("/api/register").getStatusCode().value()).isEqualTo(status);
    assertThat(as(person).download("/api/register.csv").getStatusCode().value()).isEqualTo(status);
    assertThat(as(person).download(path(".pdf", "")).getStatusCode().value()).isEqualTo(status);
  }

  @Test
  void without_an_accepted_type_it_is_json() {
    var answer =
        web.withBasicAuth("mia", DemoStaff.PASSWORD)
            .exchange(
                RequestEntity.get(URI.create(web.getRootUri() + path("", "")))
                    .accept(MediaType.ALL)
                    .build(),
                String.class);

    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
  }

  private void know(CaseNumber caseNumber, Risk risk, boolean encrypted, long people) {
    var residences =
        caseNumber.equals(copied)
            ? List.of(new Affected("DE", people - 1, null), new Affected("US-CA", 1L, null))
            : List.of(new Affected("DE", people, null));
    incidents.record(
        caseNumber,
        new Facts(
            OffsetDateTime.parse(at("03-03T08:00:00Z")),
            Map.of(),
            plan.facts(),
            residences,
            Set.of(Aspect.CONFIDENTIALITY),
            Set.of("name", "email"),
            new Protection(encrypted, false),
            risk,
            null,
            new Account(
                "A stolen password",
                "Somebody may log in",
                "Passwords were reset",
                "As it is",
                null),
            null),
        "ian");
    obligations.determine(caseNumber);
  }

  private void tell(CaseNumber caseNumber, String when, String reasonForDelay) {
    var authority =
        obligations.of(caseNumber).stream()
            .filter(obligation -> obligation.duty().citation().startsWith("GDPR Art 33(1)"))
            .findFirst()
            .map(Obligation::id)
            .orElseThrow();
    obligations.fulfil(
        authority,
        Filing.Kind.COMPLETE,
        Instant.parse(when),
        "26-118",
        reasonForDelay,
        null,
        "lena");
  }

  private static JsonNode duty(JsonNode breach, String citation) {
    for (var duty : breach.get("duties")) {
      if (duty.get("citation").asText().startsWith(citation)) {
        return duty;
      }
    }
    throw new AssertionError(citation + " is none of " + breach.get("duties"));
  }

  private static List<CaseNumber> numbers(JsonNode register) {
    return register.get("breaches").findValuesAsText("caseNumber").stream()
        .map(CaseNumber::new)
        .toList();
  }

  private JsonNode register(String filter) {
    var answer = as("mia").get(path("", filter));
    assertThat(answer.getStatusCode()).as(String.valueOf(answer.getBody())).isEqualTo(OK);
    return answer.getBody();
  }

  private String read(String person, String path) {
    return new String(as(person).download(path).getBody(), UTF_8);
  }

  private String csv(String filter) {
    return new String(as("mia").download(path(".csv", filter)).getBody(), UTF_8);
  }

  private String path(String end, String filter) {
    return "/api/register%s?year=%d%s".formatted(end, year, filter.replace(" ", "%20"));
  }

  private String at(String time) {
    return year + "-" + time;
  }

  private Api as(String person) {
    return new Api(web, person);
  }

  private static String text(PDDocument pdf) throws IOException {
    return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
  }
}
