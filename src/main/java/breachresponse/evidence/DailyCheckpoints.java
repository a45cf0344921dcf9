package breachresponse.evidence;

import breachresponse.incident.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Signs each night how far every case has come, and finds those that were cut off since. */
@Component
class DailyCheckpoints {

  private final JdbcClient db;
  private final Checkpoints checkpoints;

  DailyCheckpoints(JdbcClient db, Checkpoints checkpoints) {
    this.db = db;
    this.checkpoints = checkpoints;
  }

  @Scheduled(cron = "${breach.evidence.checkpoints:0 30 0 * * *}", zone = "UTC")
  void sign() {
    db.sql("select case_number from incident order by case_number")
        .query(String.class)
        .list()
        .forEach(number -> checkpoints.sign(new CaseNumber(number)));
  }
}
