package breachresponse.obligation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that a law wants a text to say, or not to say.
 *
 * @param sign regular expression, found in a text that says it; after an exclamation mark, one of
 *     what must not be said; empty where only a person can tell
 */
public record ContentItem(String words, String citation, Optional<String> sign) {

  private static final String BAN = "!";

  /** The same thing, which another law wants as well. */
  public ContentItem alsoCiting(ContentItem other) {
    return new ContentItem(words, citation + "; " + other.citation, sign);
  }

  /** Whether the law forbids to say it. */
  public boolean isForbidden() {
    return sign.filter(pattern -> pattern.startsWith(BAN)).isPresent();
  }

  /** Whether the text lacks it, as far as a program can tell. */
  public boolean isMissingIn(String text) {
    return !isForbidden() && sign.filter(pattern -> !found(pattern, text)).isPresent();
  }

  /** Whether the text says it against the law, as far as a program can tell. */
  public boolean isForbiddenIn(String text) {
    return isForbidden()
        && sign.filter(pattern -> found(pattern.substring(BAN.length()), text)).isPresent();
  }

  private static boolean found(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .find();
  }
}
