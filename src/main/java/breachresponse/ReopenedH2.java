package breachresponse;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * H2 closes a database that it can't write, as on a full disk, and the next connection opens it
 * anew. Those of the pool call themselves valid all the same: whoever meets one that is of no use
 * any more throws it out.
 */
public class ReopenedH2 implements SQLExceptionOverride {

  private static final int DATABASE_IS_CLOSED = 90098;
  private static final int DATABASE_CALLED_AT_SHUTDOWN = 90121;

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case DATABASE_IS_CLOSED, DATABASE_CALLED_AT_SHUTDOWN -> Override.MUST_EVICT;
      default -> Override.CONTINUE_EVICT;
    };
  }
}
