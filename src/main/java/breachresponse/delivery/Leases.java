package breachresponse.delivery;

import breachresponse.delivery.Batches.Batch;
import breachresponse.delivery.Batches.Marked;
import breachresponse.delivery.Batches.Standing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The batches that this node's workers hold at the moment. */
class Leases {

  private final Batches batches;
  private final Clock clock;
  private final Set<Lease> held = ConcurrentHashMap.newKeySet();

  Leases(Batches batches, Clock clock) {
    this.batches = batches;
    this.clock = clock;
  }

  Lease hold(Batch batch) {
    return new Lease(batch);
  }

  /** A mail server may take longer over one letter than a lease lasts. */
  void renew() {
    held.forEach(Lease::renew);
  }

  /** The right to send to a batch. It is given back at the end, or runs out. */
  final class Lease implements AutoCloseable {

    private final Batch batch;
    private volatile Instant until;

    private Lease(Batch batch) {
      this.batch = batch;
      until = batches.leaseFromNow();
      held.add(this);
    }

    /** False as well in a process that was frozen for long, before the database is asked. */
    boolean isValid() {
      return clock.instant().isBefore(until);
    }

    Standing mark(List<Marked> marked) {
      var extended = batches.leaseFromNow();
      var standing = batches.mark(batch, marked, extended);
      until = standing == Standing.LOST ? Instant.MIN : extended;
      return standing;
    }

    private void renew() {
      var extended = batches.leaseFromNow();
      until = batches.renew(batch, extended) ? extended : Instant.MIN;
    }

    @Override
    public void close() {
      held.remove(this);
    }
  }
}
