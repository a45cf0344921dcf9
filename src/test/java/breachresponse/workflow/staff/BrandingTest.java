package breachresponse.workflow.staff;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.FileSystemUtils;

/** The organisation's logo and colours, for who has not logged in either. */
@ApplicationTest
class BrandingTest {

  @LocalServerPort private int port;

  @Value("${breach.data-dir}")
  private Path dataDir;

  @AfterEach
  void nothing_is_left() throws IOException {
    FileSystemUtils.deleteRecursively(dataDir.resolve("branding"));
  }

  @Test
  void ours_are_there_until_the_organisation_has_its_own() throws Exception {
    assertThat(get("/branding/branding.css").body()).contains("--brand: #");

    Files.createDirectories(dataDir.resolve("branding"));
    Files.writeString(dataDir.resolve("branding/branding.css"), ":root { --brand: #005ea5; }");
    Files.writeString(dataDir.resolve("branding/logo.svg"), "<svg/>");

    assertThat(get("/branding/branding.css").body()).isEqualTo(":root { --brand: #005ea5; }");
    assertThat(get("/branding/logo.svg").body()).isEqualTo("<svg/>");
  }

  @Test
  void nothing_beside_the_folder_can_be_had() throws Exception {
    Files.createDirectories(dataDir.resolve("branding"));
    Files.writeString(dataDir.resolve("secret.txt"), "secret");

    for (var path : new String[] {"/branding/../secret.txt", "/branding/%2e%2e/secret.txt"}) {
      assertThat(get(path).body()).as(path).isNotEqualTo("secret");
      assertThat(get(path).statusCode()).as(path).isBetween(400, 404);
    }
    Files.delete(dataDir.resolve("secret.txt"));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            BodyHandlers.ofString());
  }
}
