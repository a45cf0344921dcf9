package breachresponse.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Whether the data folder has room: for H2, outgoing mail, and the journal of letters in hand. */
@Component("diskHealthIndicator")
class DiskHealth implements Check {

  private final Path dataDir;
  private final DataSize needed;

  DiskHealth(@Value("${breach.data-dir}") Path dataDir, HealthSettings settings) {
    this.dataDir = dataDir.toAbsolutePath().normalize();
    this.needed = settings.diskFree();
  }

  @Override
  public Optional<Ailment> ailment() {
    var free = DataSize.ofBytes(usableSpace());
    return free.compareTo(needed) >= 0
        ? Optional.empty()
        : Optional.of(
            new Ailment(
                "the data folder has %d MB left, less than %d MB"
                    .formatted(free.toMegabytes(), needed.toMegabytes()),
                "make room on the disk of breach.data-dir (%s), before the database can't write"
                    .formatted(dataDir)));
  }

  /** It is made with the first thing that is written into it. */
  private long usableSpace() {
    var folder = dataDir;
    while (!Files.exists(folder)) {
      folder = folder.getParent();
    }
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException unreadable) {
      return 0;
    }
  }
}
