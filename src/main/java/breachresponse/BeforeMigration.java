package breachresponse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * An H2 database as it was before a start that changes tables. H2 commits each such change by
 * itself: a start that dies halfway leaves tables that no later start could go on from. PostgreSQL
 * takes back what was not finished.
 */
class BeforeMigration {

  private final Path kept;
  private final Path unfinished;

  BeforeMigration(Path dataDir) {
    kept = dataDir.resolve("before-migration.sql");
    unfinished = dataDir.resolve("before-migration.unfinished");
  }

  /** Goes back to it, if a start has died. */
  void restore(DataSource database) {
    if (Files.exists(kept)) {
      var db = JdbcClient.create(database);
      db.sql("drop all objects").update();
      db.sql("runscript from :file").param("file", kept.toString()).update();
    }
  }

  /** Keeps what is in the files of an H2 database now. */
  void keep(DataSource database) {
    if (!isInFiles(database)) {
      return;
    }
    JdbcClient.create(database)
        .sql("script to :file")
        .param("file", unfinished.toString())
        .query()
        .listOfRows();
    try {
      Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forget() {
    try {
      Files.deleteIfExists(kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isInFiles(DataSource database) {
    try {
      return JdbcUtils.extractDatabaseMetaData(database, about -> about.getURL())
          .startsWith("jdbc:h2:file:");
    } catch (MetaDataAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
