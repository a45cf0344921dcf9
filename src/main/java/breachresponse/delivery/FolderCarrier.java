package breachresponse.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Properties;

/** Writes letters as {@code .eml} files: where no mail server is set, nothing can leave. */
class FolderCarrier implements Carrier {

  private static final Session NO_SERVER = Session.getInstance(new Properties());

  private final Path folder;
  private final Clock clock;

  FolderCarrier(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public Outcome carry(Letter letter) {
    var file = folder.resolve(letter.id() + ".eml");
    var unfinished = folder.resolve(letter.id() + ".tmp");
    try {
      Files.createDirectories(folder);
      try (var out = Files.newOutputStream(unfinished)) {
        letter.toMime(NO_SERVER, clock.instant()).writeTo(out);
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new Taken();
    } catch (IOException | MessagingException full) {
      return new Unreachable("%s can't be written: %s".formatted(file, full.getMessage()), false);
    }
  }

  @Override
  public void close() {}
}
