package breachresponse.delivery;

import breachresponse.delivery.Batches.Batch;
import breachresponse.delivery.Batches.Marked;
import breachresponse.delivery.Batches.Standing;
import breachresponse.delivery.Batches.Waiting;
import breachresponse.delivery.Carrier.Deferred;
import breachresponse.delivery.Carrier.Outcome;
import breachresponse.delivery.Carrier.Rejected;
import breachresponse.delivery.Carrier.Unreachable;
import breachresponse.delivery.StaffMail.Posted;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Sends what is due over one connection. For one thread. */
class Worker implements AutoCloseable {

  // However slowly the mail server answers, what it took is marked soon.
  private static final Duration UNMARKED_AT_MOST = Duration.ofSeconds(1);

  private final Batches batches;
  private final StaffMail staffMail;
  private final Mailings mailings;
  private final Leases leases;
  private final Outage outage;
  private final Carrier carrier;
  private final BooleanSupplier stopping;
  private final Clock clock;

  Worker(
      Batches batches,
      StaffMail staffMail,
      Mailings mailings,
      Leases leases,
      Outage outage,
      Carrier carrier,
      BooleanSupplier stopping,
      Clock clock) {
    this.batches = batches;
    this.staffMail = staffMail;
    this.mailings = mailings;
    this.leases = leases;
    this.outage = outage;
    this.carrier = carrier;
    this.stopping = stopping;
    this.clock = clock;
  }

  /**
   * Sends one letter to staff, or to one batch of recipients.
   *
   * @return false if nothing is due
   */
  boolean work() {
    return !outage.isOn() && (sendToStaff() || sendBatch());
  }

  private boolean sendToStaff() {
    var posted = staffMail.claim();
    posted.ifPresent(this::send);
    return posted.isPresent();
  }

  private void send(Posted posted) {
    var outcome = carry(posted::letter);
    Attempt.of(outcome, posted.attempts(), posted.firstTriedAt(), clock.instant())
        .ifPresentOrElse(
            attempt -> staffMail.mark(posted, attempt), () -> staffMail.release(posted));
  }

  private boolean sendBatch() {
    var claimed = batches.claim();
    claimed.ifPresent(this::send);
    return claimed.isPresent();
  }

  private void send(Batch batch) {
    try (var lease = leases.hold(batch)) {
      var merge = new MailMerge(mailings.signed(batch.noticeId()));
      var unmarked = new ArrayList<Marked>();
      var lastMark = clock.instant();
      for (var waiting : due(batch)) {
        if (stopping.getAsBoolean() || outage.isOn() || !lease.isValid()) {
          break;
        }
        attempt(merge, batch, waiting).ifPresent(unmarked::add);
        if (unmarked.size() >= Dispatcher.MARKED_TOGETHER
            || clock.instant().isAfter(lastMark.plus(UNMARKED_AT_MOST))) {
          var standing = lease.mark(unmarked);
          unmarked.clear();
          lastMark = clock.instant();
          if (standing != Standing.GO_ON) {
            break;
          }
        }
      }
      if (!unmarked.isEmpty()) {
        lease.mark(unmarked);
      }
      batches.release(batch);
    }
  }

  private List<Waiting> due(Batch batch) {
    var now = clock.instant();
    return batches.waiting(batch).stream()
        .filter(waiting -> waiting.retryAt() == null || !waiting.retryAt().isAfter(now))
        .toList();
  }

  private Optional<Marked> attempt(MailMerge merge, Batch batch, Waiting waiting) {
    var outcome =
        carry(
            () ->
                merge.letter(
                    batch.noticeId() + "." + waiting.number(),
                    waiting.email(),
                    waiting.name(),
                    waiting.language()));
    return Attempt.of(outcome, waiting.attempts(), waiting.firstTriedAt(), clock.instant())
        .map(attempt -> new Marked(waiting.number(), attempt));
  }

  private Outcome carry(Supplier<Letter> letter) {
    var outcome = outcome(letter);
    if (outcome instanceof Unreachable unreachable) {
      outage.begins(unreachable.reason());
    } else if (outcome instanceof Rejected rejected) {
      outage.begins(rejected.reason());
    } else {
      outage.isOver();
    }
    return outcome;
  }

  /** One letter that can't be written must not keep the others back. */
  private Outcome outcome(Supplier<Letter> letter) {
    try {
      return carrier.carry(letter.get());
    } catch (IllegalArgumentException unsendable) {
      return new Deferred(unsendable.getMessage());
    }
  }

  @Override
  public void close() {
    carrier.close();
  }
}
