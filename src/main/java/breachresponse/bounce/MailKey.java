package breachresponse.bounce;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which mail of ours: the notice, and the number of its recipient. Each mail carries it twice, in
 * its return path (VERP), whatever the mailbox is called, and in its Message-ID.
 */
record MailKey(UUID noticeId, long recipient) {

  private static final Pattern RETURN_PATH = Pattern.compile("\\+(\\p{XDigit}{32})\\.(\\d{1,18})@");
  private static final Pattern MESSAGE_ID =
      Pattern.compile("<(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\.(\\d{1,18})@");
  private static final Pattern HALVES = Pattern.compile("(.{8})(.{4})(.{4})(.{4})(.{12})");

  static Optional<MailKey> inReturnPath(String text) {
    return first(RETURN_PATH, text)
        .map(
            found ->
                new MailKey(
                    UUID.fromString(HALVES.matcher(found.group(1)).replaceFirst("$1-$2-$3-$4-$5")),
                    Long.parseLong(found.group(2))));
  }

  static Optional<MailKey> inMessageId(String text) {
    return first(MESSAGE_ID, text)
        .map(found -> new MailKey(UUID.fromString(found.group(1)), Long.parseLong(found.group(2))));
  }

  private static Optional<MatchResult> first(Pattern pattern, String text) {
    return pattern.matcher(text).results().findFirst();
  }
}
