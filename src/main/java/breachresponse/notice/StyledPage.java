package breachresponse.notice;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;

/** A page of ours, which runs and loads nothing but its own style. */
public final class StyledPage {

  private static final String WITHOUT_FORMS = "; form-action 'none'; frame-ancestors 'none'";
  private static final String OWN_FORMS = "; form-action 'self'; frame-ancestors 'none'";

  private final Template page;
  private final String style;
  private final String policy;

  /**
   * @param folder on the class path: {@code page.html} in it has a place for {@code style.css}
   */
  public StyledPage(String folder) {
    page = template(folder + "/page.html");
    style = read(folder + "/style.css");
    policy =
        "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'".formatted(base64Sha256(style));
  }

  /** The page with these values, escaped where the page does not ask for HTML. */
  public String with(Map<String, Object> shown) {
    var all = new HashMap<>(shown);
    all.put("style", style);
    return page.execute(all);
  }

  /** The response with the headers that hold browsers to it. */
  public ResponseEntity.BodyBuilder guarded(ResponseEntity.BodyBuilder response) {
    return guarded(response, policy + WITHOUT_FORMS);
  }

  /** The same, but that the page has a form which comes back to us. */
  public ResponseEntity.BodyBuilder asking(ResponseEntity.BodyBuilder response) {
    return guarded(response, policy + OWN_FORMS);
  }

  /** The same, behind the log-in: its door asks browsers where a form comes from. */
  public ResponseEntity.BodyBuilder askingSignedIn(ResponseEntity.BodyBuilder response) {
    return guarded(response, policy + OWN_FORMS, "same-origin");
  }

  /** The same, but that other pages of ours may be seen in it, each in a frame. */
  public ResponseEntity.BodyBuilder framing(ResponseEntity.BodyBuilder response) {
    return guarded(response, policy + WITHOUT_FORMS + "; frame-src 'self'");
  }

  private static ResponseEntity.BodyBuilder guarded(
      ResponseEntity.BodyBuilder response, String policy) {
    return guarded(response, policy, "no-referrer");
  }

  private static ResponseEntity.BodyBuilder guarded(
      ResponseEntity.BodyBuilder response, String policy, String referrer) {
    return response
        .header("Content-Security-Policy", policy)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", referrer);
  }

  static Template template(String file) {
    return Mustache.compiler().emptyStringIsFalse(true).compile(read(file));
  }

  private static String read(String file) {
    try {
      return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String base64Sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
