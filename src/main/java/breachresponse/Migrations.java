package breachresponse;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings our tables up to date, and refuses those of a newer version. V003 was delivered in two
 * texts, which differ in the length of a place alone, and V010 makes them the same: both are taken.
 * Any other change of a script that has run is refused, as Flyway does.
 */
@Component
class Migrations implements FlywayMigrationStrategy, SmartInitializingSingleton {

  private static final int OTHER_TEXT_OF_V003 = -1119620408;

  private final BeforeMigration before;

  Migrations(@Value("${breach.data-dir}") Path dataDir) {
    before = new BeforeMigration(dataDir);
  }

  @Override
  public void migrate(Flyway flyway) {
    var database = flyway.getConfiguration().getDataSource();
    before.restore(database);
    refuseWhatIsNewer(flyway);
    if (flyway.info().pending().length > 0) {
      before.keep(database);
    }
    var changed =
        Stream.of(flyway.info().applied()).filter(script -> !script.isChecksumMatching()).toList();
    if (!changed.isEmpty() && changed.stream().allMatch(Migrations::isOtherTextOfV003)) {
      flyway.repair();
    }
    flyway.migrate();
  }

  /** The engine has its tables as well, and nobody has done any work yet. */
  @Override
  public void afterSingletonsInstantiated() {
    before.forget();
  }

  /** Flyway would let it start. */
  private static void refuseWhatIsNewer(Flyway flyway) {
    var newest = flyway.info().current();
    if (newest != null && !newest.getState().isResolved()) {
      throw new IllegalStateException(
          "The database was brought to %s (%s) by a newer version of this program. Start that one, or restore a copy from before it."
              .formatted(newest.getVersion(), newest.getDescription()));
    }
  }

  private static boolean isOtherTextOfV003(MigrationInfo script) {
    return script.getVersion().getVersion().equals("003")
        && script.getAppliedChecksum() == OTHER_TEXT_OF_V003;
  }
}
