package breachresponse.channel;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The web addresses in a text; a full stop behind one is none of it. */
final class Links {

  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]']");

  private Links() {}

  static List<MatchResult> in(String text) {
    return ADDRESS.matcher(text).results().toList();
  }

  static String replaced(String text, String replacement) {
    return ADDRESS.matcher(text).replaceAll(replacement);
  }
}
