package breachresponse.delivery;

import java.util.Map;

/**
 * What is mailed to many: in each language a text that differs between recipients by their name
 * alone.
 *
 * @param fromName the sender's name, as recipients see it
 * @param from the sender's address
 * @param replyTo a mailbox that people read
 * @param texts by language, ISO 639-1
 * @param fallbackLanguage the language of recipients whose own has no text
 */
public record Mailing(
    String fromName,
    String from,
    String replyTo,
    Map<String, Text> texts,
    String fallbackLanguage) {

  /**
   * A mail in one language. {@code {{name}}} stands where the recipient's name goes.
   *
   * @param html a whole HTML document
   */
  public record Text(String subject, String plain, String html) {}

  /** The text for a recipient of that language, or of no known one. */
  public Text in(String language) {
    return texts.getOrDefault(language, texts.get(fallbackLanguage));
  }
}
