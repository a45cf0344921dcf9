package breachresponse.access;

import static java.util.stream.Collectors.toMap;

import breachresponse.workflow.staff.DemoStaff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** What is sent along with a request, so that the engine comes to ask who sends it. */
class Bodies {

  private static final String FILE =
      """
      --part
      Content-Disposition: form-data; name="data"; filename="a.form"
      Content-Type: application/octet-stream

      {}
      --part"""
          .replace("\n", "\r\n");

  /** What an attachment and a variable want besides. */
  private static final String PARTS =
      """

      Content-Disposition: form-data; name="content"; filename="a.txt"
      Content-Type: application/octet-stream

      words
      --part
      Content-Disposition: form-data; name="valueType"
      Content-Type: text/plain

      Bytes
      --part--
      """
          .replace("\n", "\r\n");

  private final Map<String, String> bodies;
  private final OpenCase open;

  Bodies(OpenCase open) throws IOException {
    this.open = open;
    bodies =
        new ClassPathResource("access/bodies.txt")
            .getContentAsString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" ", 3))
            .collect(toMap(parts -> parts[0] + " " + parts[1], parts -> parts[2]));
  }

  static String type(Endpoint endpoint) {
    if (isForm(endpoint)) {
      return "application/x-www-form-urlencoded";
    }
    if (endpoint.path().endsWith("/recipients")) {
      return "text/csv";
    }
    return isFile(endpoint) ? "multipart/form-data; boundary=part" : "application/json";
  }

  private static boolean isForm(Endpoint endpoint) {
    return endpoint.path().contains("/login/");
  }

  private static boolean isFile(Endpoint endpoint) {
    return endpoint.method().equals("POST")
        && List.of("/data", "/attachment/create", "/deployment/create").stream()
            .anyMatch(endpoint.path()::endsWith);
  }

  /** What stands behind the path. */
  String query(Endpoint endpoint) {
    return bodies.getOrDefault("QUERY " + endpoint.ofTheEngine(), "?maxResults=2000&cascade=true");
  }

  /**
   * @param who asks
   */
  String of(Endpoint endpoint, String who) {
    if (isForm(endpoint)) {
      return "username=%s&password=%s".formatted(who, DemoStaff.PASSWORD);
    }
    if (isFile(endpoint)) {
      return endpoint.path().contains("/deployment/") ? FILE + "--\r\n" : FILE + PARTS;
    }
    var body = bodies.getOrDefault(endpoint.method() + " " + endpoint.ofTheEngine(), "{}");
    for (var known : open.ids().entrySet()) {
      body = body.replace("$" + known.getKey() + "\"", known.getValue() + "\"");
    }
    return body.replace("$who", String.valueOf(who));
  }
}
