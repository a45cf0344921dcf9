package breachresponse.browser;

import static org.awaitility.Awaitility.await;

import breachresponse.incident.CaseNumber;
import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;

/** What the staff do about one breach in Tasklist, each under their own name. */
final class Response {

  private static final Map<String, String> SIGNATORIES =
      Map.of("legal", "leo", "cio", "chris", "pr", "paul", "ceo", "carla");
  private static final Pattern LEFT_TO_PR = Pattern.compile("\\{\\{(?!name}})[^}]*}}");
  private static final LocalDateTime NOW = LocalDateTime.now(ZoneOffset.UTC);

  private final Browser browser;
  private final int port;
  private final TaskService tasks;
  private final ManagementService jobs;
  private String caseNumber;

  Response(Browser browser, int port, TaskService tasks, ManagementService jobs) {
    this.browser = browser;
    this.port = port;
    this.tasks = tasks;
    this.jobs = jobs;
  }

  String caseNumber() {
    return caseNumber;
  }

  /** What comes is done about a case that was reported elsewhere. */
  Response about(CaseNumber reported) {
    caseNumber = reported.value();
    return this;
  }

  void report() {
    try (var pia = logIn("pia")) {
      pia.startProcess("Respond to a breach")
          .fill("What happened, in one line", "Customer table copied")
          .fill("What you know", "The shop's customer table was copied at night.")
          .start();
    }
  }

  void triageAndContain() {
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

  void assess() {
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
          .fill("Reason", "The addresses can be used to deceive them.")
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

  void confirmCriticality() {
    try (var chris = logIn("chris")) {
      chris.filter("CIO").open("Confirm criticality", caseNumber).complete();
    }
  }

  void prepareFilings() {
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

  void decideToTellCustomers() {
    try (var lena = logIn("lena")) {
      lena.filter("Legal")
          .open("Decide whether to tell customers", caseNumber)
          .choose("Are they told?", "Yes, customers are told")
          .complete();
    }
  }

  void provideRecipients(Path file) {
    try (var ian = logIn("ian")) {
      ian.open("Provide recipients", caseNumber)
          .upload(file)
          .screenshot("provide-recipients")
          .complete();
    }
  }

  void draftNotice() {
    try (var pia = logIn("pia")) {
      pia.filter("PR").open("Define segments", caseNumber).screenshot("define-segments").complete();
      pia.open("Draft notice", caseNumber).screenshot("draft-notice");
      var spanish = pia.value("Mail, Spanish");
      pia.fill("Mail, Spanish", LEFT_TO_PR.matcher(spanish).replaceAll("Se copiaron sus datos."))
          .complete();
    }
  }

  void sign() {
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

  void file() {
    try (var petra = logIn("petra")) {
      while (isOpen("fileIt")) {
        petra
            .open("File it", caseNumber)
            .fillTime("When it was filed (date)", LocalDateTime.now(ZoneOffset.UTC).minusMinutes(1))
            .fill("Reference", "26-118")
            .complete();
      }
    }
  }

  void releaseNotice() {
    try (var sam = logIn("sam")) {
      sam.open("Release notice", caseNumber)
          .choose("Does it go out?", "Release it")
          .screenshot("release-notice")
          .complete();
    }
  }

  /** Once the mails are out. */
  void postOnChannels(String person) {
    await().atMost(Duration.ofMinutes(2)).until(() -> !isOpen("letTheMailsGoFirst"));
    try (var owner = logIn(person)) {
      while (isOpen("postOnChannel")) {
        owner
            .open("Post on the channel", caseNumber)
            .choose("What has become of it?", "It is posted")
            .fill("Link to the post", "https://social.example/posts/1")
            .complete();
      }
    }
  }

  /** Once the findings that the notice itself brought are followed: until then it is refused. */
  void review() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> jobs.createJobQuery().processDefinitionKey("respond-to-breach").count() == 0);
    try (var chris = logIn("chris")) {
      chris
          .open("Review the response", caseNumber)
          .fill("Lessons", "Administrators need a second factor.")
          .screenshot("review-response")
          .complete();
    }
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
}
