package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.delivery.Dispatcher;
import breachresponse.delivery.SmtpSink;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Breach;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import breachresponse.workflow.staff.DemoStaff;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ContextResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;

/** An installation whose staff read Spanish. */
@ApplicationTest
@TestPropertySource(
    properties = {
      "breach.language=es",
      "camunda.bpm.process-engine-name=spanish",
      "spring.datasource.url=jdbc:h2:mem:spanish;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0"
    })
class LanguageTest {

  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private SmtpSink mailServer;
  @Autowired private Dispatcher dispatcher;
  @Autowired private FormService forms;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService processes;
  @Autowired private RepositoryService repository;
  @Autowired private CamundaDeploymentConfiguration deployment;

  @Test
  void tasks_and_their_forms_are_in_spanish_and_answers_are_what_they_were() throws IOException {
    var triage = triage();
    assertThat(triage.getName()).isEqualTo("Valoración inicial");
    assertThat(text(forms.getDeployedTaskForm(triage.getId())))
        .contains("¿Es una violación de la seguridad?", "\"value\":\"breach\"")
        .doesNotContain("Is it a breach?");

    staff.does("ian", triage, Breach.confirmed("2026-03-03T12:00+00:00"));
    assertThat(tasks.createTaskQuery().list())
        .extracting(Task::getName)
        .contains("Evaluar la exposición", "Contener la violación de la seguridad");
  }

  @Test
  void what_a_form_shows_of_the_case_is_in_spanish_and_what_people_wrote_stays() {
    time.is("2026-03-03T15:00:00Z");
    var assess = assess();

    var shown = staff.form(assess);
    assertThat(shown.get("caseSheet").toString())
        .contains("**Caso ", "Customer table copied")
        .contains("Tenemos constancia desde: mar 3 mar 2026, 13:00 Berlin")
        .contains("**Vence el** ", "dentro de ");
    assertThat(shown.get("dataCategoryChoices").toString())
        .contains("\"value\":\"health\"", "Datos de salud o médicos");
    assertThat(shown.get("organisation").toString()).contains("Establecida en DE; US\\-CA");

    assertThatThrownBy(() -> staff.does("ian", assess, Map.of("role", "controller")))
        .hasMessageContaining("awareAt: responda, todavía está vacío");
    assertThatThrownBy(
            () ->
                staff.does(
                    "ian",
                    assess,
                    Breach.with(
                        Breach.exposure("2026-03-03T12:00+00:00", 1), "affected", "Germany 5")))
        .hasMessageContaining("affected: la línea 1, 'Germany 5', no se entiende");
  }

  @Test
  void tables_of_laws_have_their_headings_in_spanish() {
    var instance = staff.starts("lena", "review-legal-baseline", Map.of("residences", "DE"));
    var review =
        tasks.createTaskQuery().processInstanceId(instance).initializeFormKeys().singleResult();

    assertThat(staff.form(review).get("baseline").toString())
        .contains("| A quién se informa | Ley | Plazo | A condición de que |", "De las tablas: ");
  }

  @Test
  void whom_a_segment_means_is_said_in_spanish() {
    time.is("2026-03-03T15:00:00Z");
    var assess = assess();
    var caseNumber = caseOf(assess);
    staff.does("ian", assess, Breach.exposure("2026-03-03T12:00+00:00", 1));
    staff.runDueJobs(caseNumber);
    staff.does("lena", caseNumber, "decideOnCustomers", Map.of("decision", "tell"));
    staff.does(
        "petra",
        caseNumber,
        "defineSegments",
        Map.of(
            "sameForAll", "no",
            "name1", "Titulares",
            "audience1", "customers",
            "residences1", "DE, FR",
            "groups1", "cards"));

    assertThat(staff.form(staff.task(caseNumber, "draftNotice")).get("segment1").toString())
        .endsWith("Titulares (personas que viven en DE o FR del grupo cards)");
  }

  @Test
  void mail_to_staff_is_in_spanish() throws Exception {
    time.is("2026-03-03T15:00:00Z");
    staff.does("ian", assess(), Breach.exposure("2026-03-03T12:00+00:00", 1));
    dispatcher.sendDue();

    var alarm = mailServer.received().get(mailServer.received().size() - 1);
    var mail =
        new MimeMessage(
            null, new ByteArrayInputStream(alarm.text().getBytes(StandardCharsets.UTF_8)));
    assertThat(mail.getSubject()).matches("Caso \\d{4}-\\d+: criticidad \\d de 6, .*");
    assertThat(mail.getContent().toString())
        .contains("Nuestros propios objetivos, que no son ley:", "Asesoría jurídica");
  }

  @Test
  void processes_and_what_starts_them_are_in_spanish() throws IOException {
    var report = latest("respond-to-breach");
    assertThat(report.getName()).isEqualTo("Responder a una violación de la seguridad");
    assertThat(name(report, "triage")).isEqualTo("Valoración inicial");
    assertThat(text(forms.getDeployedStartForm(report.getId())))
        .contains("## Comunicar una violación de la seguridad");
  }

  @Test
  void another_start_deploys_nothing() throws IOException {
    var before = repository.createDeploymentQuery().count();
    var again =
        repository.createDeployment().name("breach-response").enableDuplicateFiltering(false);
    for (var resource : deployment.getDeploymentResources()) {
      again.addInputStream(
          ((ContextResource) resource).getPathWithinContext(), resource.getInputStream());
    }
    again.deploy();
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  @Test
  void a_diagram_from_modeler_is_in_spanish_as_far_as_its_texts_are_known() throws IOException {
    var drawn =
        Files.readString(Path.of("processes/update-post.bpmn"))
            .replace("\"Update wanted\"", "\"Our own name\"");
    repository.createDeployment().addString("update-post.bpmn", drawn).deploy();

    var deployed = latest("update-post");
    assertThat(name(deployed, "updateWanted")).isEqualTo("Our own name");
    assertThat(name(deployed, "writeNewVersion")).isEqualTo("Redactar la nueva versión");
  }

  @Test
  void a_deployment_is_refused_in_spanish() throws IOException {
    var drawn =
        Files.readString(Path.of("processes/update-post.bpmn"))
            .replace("${updatePost.isSigned(documentId)}", "${updatePost.class}");

    assertThatThrownBy(
            () -> repository.createDeployment().addString("update-post.bpmn", drawn).deploy())
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageStartingWith("No se despliega nada.\nupdate-post.bpmn, ")
        .hasMessageContaining(
            "tiene la expresión ${updatePost.class}, que alcanza la propiedad updatePost.class; llame a")
        .hasMessageNotContainingAny("please", "which");
  }

  @Test
  void the_api_refuses_in_spanish_and_names_fields_as_they_are(@Autowired TestRestTemplate web) {
    var json = new HttpHeaders();
    json.setContentType(MediaType.APPLICATION_JSON);
    var ian = web.withBasicAuth("ian", DemoStaff.PASSWORD);

    assertThat(
            ian.postForObject(
                "/api/incidents",
                new HttpEntity<>(
                    """
                    {"title": "A", "facts": {"affected": [{"residence": "DE", "people": -1}]}}
                    """,
                    json),
                String.class))
        .contains("facts.affected[0].people: -1 no puede ser, indique 0 o más");
    assertThat(
            ian.postForObject(
                "/api/incidents",
                new HttpEntity<>("{\"title\": \"A\", \"colour\": 1}", json),
                String.class))
        .contains("colour: no se conoce, quítelo; aquí se conocen: ");
    assertThat(ian.getForObject("/api/incidents/2026-9999", String.class))
        .contains("caseNumber: no hay ningún caso 2026-9999");
    assertThat(web.getForObject("/api/incidents", String.class))
        .contains("inicie sesión, por HTTP");
  }

  @Test
  void the_rows_of_a_file_are_refused_in_spanish(@Autowired TestRestTemplate web) {
    var csv = new HttpHeaders();
    csv.setContentType(MediaType.parseMediaType("text/csv"));
    var caseNumber = caseOf(triage());

    var answer =
        web.withBasicAuth("ian", DemoStaff.PASSWORD)
            .postForObject(
                "/api/incidents/{case}/recipients",
                new HttpEntity<>("id,email,name,language,residence\n1,ana,Ana,es,ES\n", csv),
                String.class,
                caseNumber);

    assertThat(answer).contains("email: no es una dirección, escriba una como ana@example.org");
  }

  @Test
  void a_deadline_is_reckoned_in_spanish_and_stored_in_the_language_of_the_evidence(
      @Autowired Timeline timeline) {
    time.is("2026-03-03T15:00:00Z");
    var assess = assess();
    var caseNumber = caseOf(assess);
    staff.does("ian", assess, Breach.exposure("2026-03-03T12:00+00:00", 1));
    staff.runDueJobs(caseNumber);

    var filing =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(caseNumber)
            .taskDefinitionKey("prepareFiling")
            .initializeFormKeys()
            .list()
            .get(0);
    assertThat(staff.form(filing).get("explanation").toString())
        .startsWith("Empieza con la constancia: mar 3 mar 2026, 13:00 Berlin. Plazo: ");
    assertThat(timeline.of(new CaseNumber(caseNumber)))
        .map(entry -> entry.detail().orElse(""))
        .anyMatch(said -> said.contains("Starts with awareness: Tue 3 Mar 2026, 13:00 Berlin. "));
    assertThat(timeline.firstBroken(new CaseNumber(caseNumber))).isEmpty();
  }

  @Test
  void the_booklet_of_the_plan_is_in_spanish_but_for_the_words_of_the_law(
      @Autowired TestRestTemplate web) {
    var booklet =
        web.withBasicAuth("lena", DemoStaff.PASSWORD)
            .getForObject("/api/plan/versions/0/booklet", String.class);
    var ours = booklet.substring(0, booklet.indexOf("Qué exige la ley"));

    assertThat(booklet)
        .contains("<html lang=\"es\"", "<title>Plan de respuesta, versión 0 – ")
        .contains("Esta versión no está en vigor: nadie la ha firmado todavía.")
        .contains("Lista de llamadas", ", Asesoría jurídica", " Berlin. SHA-256 de sus datos")
        .contains("<td>72 horas, desde la constancia</td>");
    assertThat(ours.substring(ours.indexOf("<body")))
        .contains("<td>Están en peligro la vida", "<td>al menos 1000</td>", "<td>RGPD, art. 33")
        .doesNotContainPattern(
            "\\b(the|of|and|with|is|are|who|where|what|people|hours|days|yes|any|none|Level)\\b");
  }

  @Test
  void how_sure_the_rows_of_a_law_are_is_said_in_spanish() {
    var instance = staff.starts("lena", "review-legal-baseline", Map.of("residences", "DE"));
    var review =
        tasks.createTaskQuery().processInstanceId(instance).initializeFormKeys().singleResult();

    assertThat(staff.form(review).get("baseline").toString())
        .containsPattern("\\| (alto|medio|bajo)(, \\*\\*no es seguro\\*\\*)? \\|")
        .doesNotContainPattern("\\| (high|medium|low)\\b");
  }

  private String caseOf(Task task) {
    return processes
        .createProcessInstanceQuery()
        .processInstanceId(task.getProcessInstanceId())
        .singleResult()
        .getBusinessKey();
  }

  private Task assess() {
    var triage = triage();
    staff.does("ian", triage, Breach.confirmed("2026-03-03T12:00+00:00"));
    return tasks
        .createTaskQuery()
        .processInstanceId(triage.getProcessInstanceId())
        .taskDefinitionKey("assessExposure")
        .initializeFormKeys()
        .singleResult();
  }

  private Task triage() {
    var instance = staff.starts("sam", "respond-to-breach", Breach.report());
    return tasks.createTaskQuery().processInstanceId(instance).initializeFormKeys().singleResult();
  }

  private ProcessDefinition latest(String process) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(process)
        .latestVersion()
        .singleResult();
  }

  private String name(ProcessDefinition process, String element) {
    ModelElementInstance found =
        repository.getBpmnModelInstance(process.getId()).getModelElementById(element);
    return found.getAttributeValue("name");
  }

  private static String text(InputStream form) throws IOException {
    return new String(form.readAllBytes(), StandardCharsets.UTF_8);
  }
}
