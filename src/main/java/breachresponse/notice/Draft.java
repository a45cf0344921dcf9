package breachresponse.notice;

import java.util.Map;

/**
 * The texts of a notice, as PR edits them.
 *
 * @param letters the mail by language: subject, and body in Markdown with {@code {{name}}} where
 *     the recipient's name goes
 * @param post the public post, in Markdown, and its title as subject
 * @param social the short text for X, Facebook and the like
 */
public record Draft(Map<String, Text> letters, Text post, String social) {

  public record Text(String subject, String body) {}
}
