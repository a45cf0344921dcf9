package breachresponse.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Copies of an H2 database, taken while it is at work: nobody else can read its file meanwhile. A
 * copy has what was committed when it was begun.
 */
@Component("backupHealthIndicator")
@ConditionalOnProperty("breach.backup.folder")
class Backups implements Check {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'breach-response-'yyyy-MM-dd'T'HHmmss'Z.zip'")
          .withZone(ZoneOffset.UTC);
  private static final String UNFINISHED = "unfinished";

  private final BackupSettings settings;
  private final JdbcClient db;
  private final Clock clock;

  /**
   * @throws IllegalStateException if the database is another one than H2
   */
  Backups(
      BackupSettings settings,
      @Value("${spring.datasource.url}") String database,
      JdbcClient db,
      Clock clock) {
    if (!database.startsWith("jdbc:h2:")) {
      throw new IllegalStateException(
          "breach.backup.folder: it is for H2; back up this database with its own tools (pg_dump), and leave the setting out");
    }
    this.settings = settings;
    this.db = db;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void takeIfDue() {
    if (ailment().isPresent()) {
      take();
    }
  }

  @Scheduled(cron = "${breach.backup.at:0 30 1 * * *}", zone = "UTC")
  void take() {
    try {
      Files.createDirectories(
          settings.folder(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      var unfinished = settings.folder().resolve(UNFINISHED);
      Files.deleteIfExists(unfinished);
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      db.sql("backup to :file").param("file", unfinished.toString()).update();
      Files.move(
          unfinished,
          settings.folder().resolve(NAME.format(clock.instant())),
          StandardCopyOption.ATOMIC_MOVE);
      for (var old : taken().stream().skip(settings.keep()).toList()) {
        Files.delete(old);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Ailment> ailment() {
    var last = taken().stream().findFirst().map(Backups::takenAt);
    return last.filter(at -> at.isAfter(clock.instant().minus(settings.oldest()))).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Ailment(
                last.map("the last copy of the database is of %s"::formatted)
                    .orElse("there is no copy of the database"),
                "see that breach.backup.folder (%s) can be written, then into the log"
                    .formatted(settings.folder())));
  }

  /** The latest first. */
  private List<Path> taken() {
    if (!Files.isDirectory(settings.folder())) {
      return List.of();
    }
    try (var files = Files.list(settings.folder())) {
      return files
          .filter(file -> file.getFileName().toString().matches("breach-response-.*Z\\.zip"))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant takenAt(Path backup) {
    return NAME.parse(backup.getFileName().toString(), Instant::from);
  }
}
