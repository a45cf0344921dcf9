package breachresponse.bounce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** What mail systems send back of one of our mails, as their format has it. */
record Sample(UUID noticeId, long recipient, String email) {

  byte[] of(String mailSystem) {
    return postfixLike(mailSystem, "failed", "5.1.1");
  }

  byte[] postfix(String action, String status) {
    return postfixLike("postfix", action, status);
  }

  /** As one who does not know the return path has it. */
  byte[] withoutReturnPath(String mailSystem) {
    return new String(of(mailSystem), StandardCharsets.UTF_8)
        .replace(returnPath(), "ceo@example.org")
        .getBytes(StandardCharsets.UTF_8);
  }

  String messageId() {
    return "<%s.%d@example.org>".formatted(noticeId, recipient);
  }

  private String returnPath() {
    return "bounces+%s.%d@example.org".formatted(noticeId.toString().replace("-", ""), recipient);
  }

  private byte[] postfixLike(String file, String action, String status) {
    try {
      return Files.readString(Path.of("src/test/resources/bounces", file + ".eml"))
          .replace("{returnPath}", returnPath())
          .replace("{messageId}", messageId())
          .replace("{email}", email)
          .replace("{action}", action)
          .replace("{status}", status)
          .replace("\n", "\r\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
