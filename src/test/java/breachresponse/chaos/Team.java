package breachresponse.chaos;

import breachresponse.chaos.Rest.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * The sample staff, who lead cases by the API as Tasklist does. What they asked for and got no
 * answer to they look up: a task that is gone was completed.
 */
final class Team {

  static final String CUSTOMERS = "@customers.example.org";

  private static final Duration A_CASE_TAKES_AT_MOST = Duration.ofMinutes(30);
  private static final String ADMINISTRATOR = "admin";
  private static final Map<String, String> PEOPLE =
      Map.of(
          "legal", "leo",
          "cio", "chris",
          "pr", "paul",
          "ceo", "carla",
          "privacy", "petra",
          "core-it", "ian",
          "senior-leadership", "sam",
          "incident-team", "sam");

  /** Who writes a text does not sign it. */
  private static final Map<String, String> AUTHORS =
      Map.of(
          "decideOnCustomers", "lena",
          "draftNotice", "pia",
          "fileIt", "petra",
          "prepareFiling", "petra",
          "recordClockStart", "lena",
          "releaseNotice", "sam");

  private final Supplier<Rest> whoeverIsReady;
  private final int customers;
  private final Clock clock = Clock.systemUTC();
  private final Set<String> done = ConcurrentHashMap.newKeySet();
  private Rest node;
  private String lastRefusal = "nothing";

  /**
   * @param whoeverIsReady waits for a node that takes requests
   * @param customers of each case
   */
  Team(Supplier<Rest> whoeverIsReady, int customers) {
    this.whoeverIsReady = whoeverIsReady;
    this.customers = customers;
  }

  /**
   * From the report to the closure.
   *
   * @return the numbers of the cases
   */
  List<String> lead(List<String> titles) {
    var cases = titles.stream().map(title -> insist(() -> report(title))).toList();
    Waiting.atMost(
        A_CASE_TAKES_AT_MOST,
        () -> "%s not closed in time; refused: %s".formatted(cases, lastRefusal),
        () -> cases.stream().filter(one -> insist(() -> isLeftOpen(one))).count() == 0);
    return cases;
  }

  /** How many tasks are done. */
  int tasksDone() {
    return done.size();
  }

  /** Asks again, of whoever is there then. */
  private <T> T insist(Supplier<T> request) {
    var latest = clock.instant().plus(A_CASE_TAKES_AT_MOST);
    while (clock.instant().isBefore(latest)) {
      try {
        node = whoeverIsReady.get();
        return request.get();
      } catch (Refused unknown) {
        lastRefusal = unknown.toString();
      }
    }
    throw new AssertionError("refused for ever: " + lastRefusal);
  }

  private String report(String title) {
    return StreamSupport.stream(
            ask(ADMINISTRATOR, "process-instance?processDefinitionKey=respond-to-breach")
                .spliterator(),
            false)
        .map(process -> process.get("businessKey").asText())
        .filter(one -> incident(one).get("title").asText().equals(title))
        .findFirst()
        .orElseGet(
            () ->
                node.post("ian", "/api/incidents", Map.of("title", title))
                    .get("caseNumber")
                    .asText());
  }

  private JsonNode incident(String caseNumber) {
    return node.get("lena", "/api/incidents/" + caseNumber);
  }

  private JsonNode ask(String person, String list) {
    return node.get(person, "/engine-rest/%s&maxResults=1000".formatted(list));
  }

  private boolean isLeftOpen(String caseNumber) {
    for (var task : ask(ADMINISTRATOR, "task?processInstanceBusinessKey=" + caseNumber)) {
      var id = task.get("id").asText();
      if (done.contains(id)) {
        throw new AssertionError("was completed, and is open again: " + task);
      }
      if (mayBeDone(task)) {
        complete(caseNumber, id, task);
      }
    }
    return !incident(caseNumber).get("status").asText().equals("closed");
  }

  /**
   * Nobody signs before the deputies were asked, so that a timer fires in each case. A dispatch
   * ends without those who watch it.
   */
  private boolean mayBeDone(JsonNode task) {
    var name = task.get("taskDefinitionKey").asText();
    return !name.equals("watchTheDispatch")
        && (!name.equals("sign")
            || !ask(
                    ADMINISTRATOR,
                    "history/activity-instance?activityId=deputiesAsked&processInstanceId="
                        + task.get("processInstanceId").asText())
                .isEmpty());
  }

  private void complete(String caseNumber, String id, JsonNode task) {
    var name = task.get("taskDefinitionKey").asText();
    var person = who(id, name);
    var path = "/engine-rest/task/%s/".formatted(id);
    try {
      if (name.equals("provideRecipients")) {
        upload(caseNumber);
      }
      if (task.get("assignee").isNull()) {
        node.post(person, path + "claim", Map.of("userId", person));
      }
      var shown = node.get(person, path + "form-variables");
      node.post(
          person,
          path + "submit-form",
          Map.of("variables", Answers.to(name, shown, clock.instant())));
      done.add(id);
    } catch (Refused refusal) {
      lastRefusal = "%s as %s: %s".formatted(name, person, refusal);
    }
  }

  private String who(String task, String name) {
    if (AUTHORS.containsKey(name)) {
      return AUTHORS.get(name);
    }
    var path = "/engine-rest/task/%s/".formatted(task);
    if (name.equals("sign")) {
      var signatory = node.get(ADMINISTRATOR, path + "variables/signatory");
      return PEOPLE.get(signatory.get("value").asText());
    }
    return StreamSupport.stream(
            node.get(ADMINISTRATOR, path + "identity-links").spliterator(), false)
        .map(link -> link.path("groupId").asText(""))
        .filter(PEOPLE::containsKey)
        .sorted()
        .map(PEOPLE::get)
        .findFirst()
        .orElseThrow(() -> new Refused(name + ": it is gone", null));
  }

  private void upload(String caseNumber) {
    var path = "/api/incidents/%s/recipients".formatted(caseNumber);
    if (node.get("petra", path).get("accepted").asInt() == 0) {
      node.post("petra", path, "text/csv", file(caseNumber));
    }
  }

  private String file(String caseNumber) {
    return IntStream.rangeClosed(1, customers)
        .mapToObj(n -> "%d,%s,Customer %d,en,DE".formatted(n, address(caseNumber, n), n))
        .collect(Collectors.joining("\n", "id,email,name,language,residence\n", "\n"));
  }

  static String address(String caseNumber, int customer) {
    return "c%d.%s%s".formatted(customer, caseNumber, CUSTOMERS);
  }
}
