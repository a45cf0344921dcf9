package breachresponse.delivery;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Knows by which way mail leaves: the mail server, or the folder where none is set. */
@Component
class PostOffice {

  private final ObjectProvider<JavaMailSenderImpl> server;
  private final Path folder;

  PostOffice(ObjectProvider<JavaMailSenderImpl> server, @Value("${breach.data-dir}") Path dataDir) {
    this.server = server;
    this.folder = dataDir.resolve("outgoing-mail");
  }

  /** Deletes the files of these notices. */
  void discard(List<UUID> notices) {
    for (var notice : notices) {
      FolderCarrier.discard(folder, notice + ".");
    }
  }

  Carrier open() {
    var set = server.getIfAvailable();
    return set != null && StringUtils.hasText(set.getHost())
        ? new SmtpCarrier(set)
        : new FolderCarrier(folder);
  }
}
