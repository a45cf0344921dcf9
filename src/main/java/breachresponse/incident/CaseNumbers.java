package breachresponse.incident;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts the cases of each year, and the exercises apart. */
@Repository
public class CaseNumbers {

  private final JdbcClient db;
  private final TransactionTemplate savepoint;

  CaseNumbers(JdbcClient db, PlatformTransactionManager transactions) {
    this.db = db;
    savepoint = new TransactionTemplate(transactions);
    savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** In the transaction that opens the case: until it ends others wait for their number. */
  CaseNumber next(int year) {
    return CaseNumber.of(year, next(year, "last"));
  }

  CaseNumber nextOfExercise(int year) {
    return CaseNumber.ofExercise(year, next(year, "last_exercise"));
  }

  private int next(int year, String series) {
    if (count(year, series) == 0) {
      begin(year);
      count(year, series);
    }
    return db.sql("select %s from case_counter where for_year = :year".formatted(series))
        .param("year", year)
        .query(Integer.class)
        .single();
  }

  private int count(int year, String series) {
    return db.sql(
            "update case_counter set %1$s = %1$s + 1 where for_year = :year".formatted(series))
        .param("year", year)
        .update();
  }

  private void begin(int year) {
    try {
      savepoint.executeWithoutResult(
          status ->
              db.sql("insert into case_counter (for_year, last) values (:year, 0)")
                  .param("year", year)
                  .update());
    } catch (DuplicateKeyException begun) {
      // by somebody who has opened a case at the same moment
    }
  }
}
