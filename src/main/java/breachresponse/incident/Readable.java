package breachresponse.incident;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a text may have in it: what people can read. Control characters, halves of characters,
 * spaces without width and marks that turn the direction of reading hide what is said, or make it
 * say something else. Joiners stay, which several scripts are written with.
 */
public final class Readable {

  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\u200b\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff&&[^\\r\\n\\t]]");

  private Readable() {}

  /**
   * @return what is wrong with a text that may have lines; nothing if it is missing
   */
  public static Optional<String> problem(String text) {
    return text != null && HIDDEN.matcher(text).find()
        ? Optional.of("it has invisible characters, please delete them or type it anew")
        : Optional.empty();
  }

  /** The same for a text that stands on one line, in a subject or a heading. */
  public static Optional<String> problemOfLine(String text) {
    return text != null && (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0)
        ? Optional.of("please write it on one line")
        : problem(text);
  }
}
