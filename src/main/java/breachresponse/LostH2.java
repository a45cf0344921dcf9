package breachresponse;

import java.nio.channels.OverlappingFileLockException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the process where H2, after a full disk, has closed its database and keeps the file locked:
 * nothing but a new process can open it. Whoever looks after the process (systemd, Kubernetes)
 * starts it anew, and what was committed survives.
 */
@Component
class LostH2 {

  private static final Logger LOG = LoggerFactory.getLogger(LostH2.class);

  /** EX_IOERR of sysexits.h. */
  private static final int EXIT_CODE = 74;

  private final JdbcClient db;
  private final Runnable end;

  @Autowired
  LostH2(JdbcClient db) {
    // An orderly end would wait for the database.
    this(db, () -> Runtime.getRuntime().halt(EXIT_CODE));
  }

  LostH2(JdbcClient db, Runnable end) {
    this.db = db;
    this.end = end;
  }

  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void endWithIt() {
    try {
      db.sql("select 1").query(Integer.class).single();
    } catch (DataAccessException away) {
      if (away.getRootCause() instanceof OverlappingFileLockException) {
        LOG.error(
            "H2 has closed its database and keeps the file locked, as after a full disk:"
                + " make room; this process ends, so that a new one can open it");
        end.run();
      }
    }
  }
}
