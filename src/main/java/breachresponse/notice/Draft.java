package breachresponse.notice;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The texts of a notice, as PR edits them.
 *
 * @param letters the mail by language: subject, and body in Markdown with {@code {{name}}} where
 *     the recipient's name goes
 * @param post the public post, in Markdown, and its title as subject
 * @param social the short text for X, Facebook and the like
 */
public record Draft(Map<String, Text> letters, Text post, String social) {

  public Draft {
    letters = Collections.unmodifiableMap(letters == null ? Map.of() : new TreeMap<>(letters));
    post = post == null ? new Text("", "") : post;
    social = tidy(social);
  }

  /** What is missing is empty; ends of lines are line feeds. */
  public record Text(String subject, String body) {

    public Text {
      subject = tidy(subject);
      body = tidy(body);
    }
  }

  private static String tidy(String text) {
    return text == null ? "" : text.replace("\r\n", "\n").strip();
  }
}
