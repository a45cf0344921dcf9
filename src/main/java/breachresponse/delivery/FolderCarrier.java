package breachresponse.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes mail as {@code .eml} files: where no mail server is set, nothing can leave. */
class FolderCarrier implements Carrier {

  private final Path folder;

  FolderCarrier(Path folder) {
    this.folder = folder;
  }

  @Override
  public Outcome carry(Mail mail) {
    var file = folder.resolve(mail.id() + ".eml");
    var unfinished = folder.resolve(mail.id() + ".tmp");
    try {
      Files.createDirectories(folder);
      Files.write(unfinished, mail.content());
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new Taken();
    } catch (IOException full) {
      return new Unreachable("%s can't be written: %s".formatted(file, full.getMessage()), false);
    }
  }

  /** Deletes all mail whose id begins so. */
  static void discard(Path folder, String begin) {
    if (Files.isDirectory(folder)) {
      try (var files = Files.newDirectoryStream(folder, begin + "*")) {
        for (var file : files) {
          Files.deleteIfExists(file);
        }
      } catch (IOException denied) {
        throw new UncheckedIOException(denied);
      }
    }
  }

  @Override
  public void close() {}
}
