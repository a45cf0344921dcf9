package breachresponse.delivery;

import breachresponse.delivery.Batches.Batch;
import breachresponse.delivery.Batches.Marked;
import breachresponse.delivery.Batches.Standing;
import breachresponse.delivery.StaffMail.Posted;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The batches and letters to staff that this node's workers hold at the moment. */
class Leases {

  private final Batches batches;
  private final StaffMail staffMail;
  private final Clock clock;
  private final Set<Runnable> renewals = ConcurrentHashMap.newKeySet();

  Leases(Batches batches, StaffMail staffMail, Clock clock) {
    this.batches = batches;
    this.staffMail = staffMail;
    this.clock = clock;
  }

  Lease hold(Batch batch) {
    return new Lease(batch);
  }

  /** Until that is done, the letter to staff stays this worker's. */
  void holding(Posted posted, Runnable work) {
    Runnable renewal = () -> staffMail.renew(posted);
    renewals.add(renewal);
    try {
      work.run();
    } finally {
      renewals.remove(renewal);
    }
  }

  /** A mail server may take longer over one letter than a lease lasts. */
  void renew() {
    renewals.forEach(Runnable::run);
  }

  /** The right to send to a batch. It is given back at the end, or runs out. */
  final class Lease implements AutoCloseable {

    private final Batch batch;
    private final Runnable renewal = this::renew;
    private volatile Instant until;

    private Lease(Batch batch) {
      this.batch = batch;
      until = batches.leaseFromNow();
      renewals.add(renewal);
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
      renewals.remove(renewal);
    }
  }
}
