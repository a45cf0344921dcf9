package breachresponse.obligation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that a law wants a text to say.
 *
 * @param sign regular expression, found in a text that says it; empty where only a person can tell
 */
public record ContentItem(String words, String citation, Optional<String> sign) {

  /** Whether the text lacks it, as far as a program can tell. */
  public boolean isMissingIn(String text) {
    return sign.filter(pattern -> !found(pattern, text)).isPresent();
  }

  private static boolean found(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .find();
  }
}
