package breachresponse.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import breachresponse.support.Undone;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each role gets when it asks: tried by somebody who has this role, and taken back. */
class Asked {

  static final String NOBODY = "nobody";

  /** Who sees all there is; against what they get is measured what others do. */
  static final String ADMINISTRATORS = "administrators";

  /** The columns of the table, each with somebody of this role. */
  static final Map<String, String> ROLES =
      Stream.of(
              entry(NOBODY, ""),
              entry("no group", OpenCase.STRANGER),
              entry("employees", "emma"),
              entry("incident-team", OpenCase.TEAM_MEMBER),
              entry("core-it", "ian"),
              entry("legal", "lena"),
              entry("privacy", "petra"),
              entry("pr", "pia"),
              entry("cio", "chris"),
              entry("ceo", "carla"),
              entry("senior-leadership", "sam"),
              entry("managers", "mia"),
              entry("process-owners", "omar"),
              entry(ADMINISTRATORS, "admin"))
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String YES = "yes";
  private static final Pattern DOORKEPT = Pattern.compile("^/api/|/plugin/dispatch/\\{");
  private static final List<Integer> REFUSED = List.of(401, 403, 404);

  /**
   * Who is not let in, or finds nothing that they may do this to, though the engine calls it a
   * fault.
   */
  private static final Pattern SHUT =
      Pattern.compile(
          "through its form|please use the form|the task does not wait for this person"
              + "|AuthorizationException|part of a running process"
              + "|does not exist|doesn't exist|there is no such table for you|is null|No task found|is empty"
              + "|No subscriptions were found|No process definition or execution matches");

  /** What the engine says only to whom it has let in. */
  private static final Pattern LET_IN =
      Pattern.compile(
          "is not a binary value|please answer|cannot be restarted|ENGINE-23004"
              + "|valid single result|FormType|\"error\":\"None\"");

  private final String site;
  private final boolean undone;
  private final OpenCase open;
  private final Bodies bodies;
  private final Map<String, Person> people = new LinkedHashMap<>();

  Asked(OpenCase open, String site) throws Exception {
    this(open, site, true);
  }

  /**
   * @param undone whether each answer is taken back
   */
  Asked(OpenCase open, String site, boolean undone) throws Exception {
    this.site = site;
    this.undone = undone;
    this.open = open;
    bodies = new Bodies(open);
    for (var role : ROLES.keySet()) {
      people.put(role, new Person(ROLES.get(role), site));
    }
  }

  boolean isLoggedIn(String role) {
    return people.get(role).isLoggedIn();
  }

  /**
   * @return what each of the roles gets: {@code all}, {@code own} or {@code -}; or, after a
   *     question mark, an answer that says neither
   */
  Map<String, String> by(Collection<String> roles, Endpoint endpoint) throws Exception {
    var all = answers(endpoint, ADMINISTRATORS);
    var got = new LinkedHashMap<String, String>();
    for (var role : roles) {
      got.put(role, got(role.equals(ADMINISTRATORS) ? all : answers(endpoint, role), all));
    }
    return got;
  }

  private static String got(List<String> answers, List<String> all) {
    var unclear = answers.stream().filter(answer -> answer.startsWith("?")).findFirst();
    if (unclear.isPresent()) {
      return unclear.get();
    }
    if (answers.stream().allMatch("0"::equals)) {
      return "-";
    }
    return !answers.contains("0")
            && answers.stream().allMatch(answer -> answer.equals(YES) || all.contains(answer))
        ? "all"
        : "own";
  }

  private List<String> answers(Endpoint endpoint, String role) throws Exception {
    var answers = new ArrayList<String>();
    for (var answer : responses(endpoint, role)) {
      answers.add(size(endpoint, answer));
    }
    return answers;
  }

  /** What somebody of the role is answered; of a task once for each that they ask for. */
  List<HttpResponse<byte[]>> responses(Endpoint endpoint, String role) throws Exception {
    var person = ROLES.get(role);
    var answers = new ArrayList<HttpResponse<byte[]>>();
    for (var path : open.paths(endpoint, person)) {
      var request =
          HttpRequest.newBuilder()
              .header("Content-Type", Bodies.type(endpoint))
              .method(
                  endpoint.method(),
                  endpoint.method().equals("GET")
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofString(bodies.of(endpoint, person)));
      if (undone) {
        request.header(Undone.HEADER, "");
      }
      answers.add(asking(endpoint, role).asks(request, path + bodies.query(endpoint)));
    }
    return answers;
  }

  /** Who logs in or out is somebody else, so that the others stay logged in. */
  private Person asking(Endpoint endpoint, String role) throws Exception {
    return endpoint.path().contains("/auth/user/")
        ? new Person(ROLES.get(role), site)
        : people.get(role);
  }

  /** How much somebody got: 0 is nothing or a refusal, a question mark says nothing of either. */
  private static String size(Endpoint endpoint, HttpResponse<byte[]> answer) throws Exception {
    var status = answer.statusCode();
    var body = new String(answer.body(), UTF_8);
    if (DOORKEPT.matcher(endpoint.path()).find()) {
      // our doorkeepers ask who is there before anything is read of what they sent
      return List.of(401, 403).contains(status) ? "0" : YES;
    }
    if (REFUSED.contains(status)) {
      return "0";
    }
    if (status < 400) {
      return size(answer);
    }
    if (LET_IN.matcher(body).find()) {
      return YES;
    }
    return SHUT.matcher(body).find() ? "0" : "?%d %s".formatted(status, body.strip());
  }

  private static String size(HttpResponse<byte[]> answer) throws Exception {
    var isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json");
    return isJson && answer.body().length > 0 ? size(JSON.readTree(answer.body())) : YES;
  }

  private static String size(JsonNode answer) {
    if (answer.isArray()) {
      return String.valueOf(answer.size());
    }
    return answer.size() == 1 && answer.has("count")
        ? answer.get("count").asText()
        : answer.isObject() && answer.isEmpty() ? "0" : YES;
  }
}
