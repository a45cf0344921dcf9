package breachresponse.api;

import breachresponse.workflow.staff.DemoStaff;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** The API as one of the sample staff calls it. */
record Api(TestRestTemplate web, String person) {

  ResponseEntity<JsonNode> get(String path) {
    return send(request(HttpMethod.GET, path).build());
  }

  ResponseEntity<JsonNode> post(String path, String json) {
    return send(request(HttpMethod.POST, path).contentType(MediaType.APPLICATION_JSON).body(json));
  }

  ResponseEntity<JsonNode> put(String path, String json) {
    return send(request(HttpMethod.PUT, path).contentType(MediaType.APPLICATION_JSON).body(json));
  }

  ResponseEntity<JsonNode> postCsv(String path, String csv) {
    return send(
        request(HttpMethod.POST, path).contentType(MediaType.valueOf("text/csv")).body(csv));
  }

  ResponseEntity<JsonNode> postMail(String path, byte[] mail) {
    return send(
        request(HttpMethod.POST, path).contentType(MediaType.valueOf("message/rfc822")).body(mail));
  }

  ResponseEntity<byte[]> download(String path) {
    return web.exchange(request(HttpMethod.GET, path).build(), byte[].class);
  }

  private ResponseEntity<JsonNode> send(RequestEntity<?> request) {
    return web.exchange(request, JsonNode.class);
  }

  private RequestEntity.BodyBuilder request(HttpMethod method, String path) {
    return RequestEntity.method(method, URI.create(web.getRootUri() + path))
        .headers(headers -> headers.setBasicAuth(person, DemoStaff.PASSWORD));
  }
}
