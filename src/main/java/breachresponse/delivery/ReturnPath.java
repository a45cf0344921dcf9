package breachresponse.delivery;

import java.util.UUID;
import org.springframework.util.StringUtils;

/**
 * Where mail that can't be delivered comes back to: an address of its own for each recipient
 * (VERP), which tells whom a bounce is about.
 *
 * @param mailbox that gets all of them; empty: they come back to the sender
 */
record ReturnPath(String mailbox) {

  // RFC 5321 section 4.5.3.1.1, without "+", the notice's 32 digits, "." and a number.
  private static final int LONGEST_LOCAL_PART = 64 - 1 - 32 - 1 - 8;

  /**
   * @throws IllegalArgumentException if it is no address, or too long
   */
  public ReturnPath {
    if (StringUtils.hasText(mailbox) && !isMailbox(mailbox)) {
      throw new IllegalArgumentException(
          "breach.delivery.return-path: write an address like bounces@example.org, with at most %d characters before the @"
              .formatted(LONGEST_LOCAL_PART));
    }
  }

  private static boolean isMailbox(String mailbox) {
    var at = mailbox.indexOf('@');
    return mailbox.matches("[A-Za-z0-9._-]+@[A-Za-z0-9.-]+") && at <= LONGEST_LOCAL_PART;
  }

  String or(String sender) {
    return StringUtils.hasText(mailbox) ? mailbox : sender;
  }

  /** {@code bounces+<notice without dashes>.<recipient>@example.org} */
  String of(UUID noticeId, long recipient, String sender) {
    if (!StringUtils.hasText(mailbox)) {
      return sender;
    }
    var at = mailbox.indexOf('@');
    var notice = noticeId.toString().replace("-", "");
    return mailbox.substring(0, at) + "+" + notice + "." + recipient + mailbox.substring(at);
  }
}
