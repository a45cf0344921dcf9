package breachresponse.delivery;

import breachresponse.delivery.Batches.Batch;
import breachresponse.delivery.Batches.Marked;
import breachresponse.delivery.Batches.Standing;
import breachresponse.delivery.Batches.Waiting;
import breachresponse.delivery.Carrier.Deferred;
import breachresponse.delivery.Carrier.Outcome;
import breachresponse.delivery.Carrier.Rejected;
import breachresponse.delivery.Carrier.Taken;
import breachresponse.delivery.Carrier.Undeliverable;
import breachresponse.delivery.Carrier.Unknown;
import breachresponse.delivery.Carrier.Unreachable;
import breachresponse.delivery.DeliverySettings.IfUnknown;
import breachresponse.delivery.Journal.Page;
import breachresponse.delivery.Journal.Trace;
import breachresponse.delivery.Leases.Lease;
import breachresponse.delivery.MailCounts.To;
import breachresponse.delivery.StaffMail.Posted;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
  private final Journal journal;
  private final Outage outage;
  private final Traffic traffic;
  private final Carrier carrier;
  private final DeliverySettings settings;
  private final BooleanSupplier stopping;
  private final MailCounts counts;
  private final Clock clock;

  Worker(
      Batches batches,
      StaffMail staffMail,
      Mailings mailings,
      Leases leases,
      Journal journal,
      Outage outage,
      Traffic traffic,
      Carrier carrier,
      DeliverySettings settings,
      BooleanSupplier stopping,
      MailCounts counts,
      Clock clock) {
    this.batches = batches;
    this.staffMail = staffMail;
    this.mailings = mailings;
    this.leases = leases;
    this.journal = journal;
    this.outage = outage;
    this.traffic = traffic;
    this.carrier = carrier;
    this.settings = settings;
    this.stopping = stopping;
    this.counts = counts;
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
    posted.ifPresent(letter -> leases.holding(letter, () -> send(letter)));
    return posted.isPresent();
  }

  private void send(Posted posted) {
    Attempt.of(
            resent(carry(To.STAFF, posted::mail)),
            posted.attempts(),
            posted.firstTriedAt(),
            null,
            now())
        .ifPresentOrElse(
            attempt -> staffMail.mark(posted, attempt), () -> staffMail.release(posted));
  }

  private boolean sendBatch() {
    var claimed = batches.claim();
    claimed.ifPresent(this::send);
    return claimed.isPresent();
  }

  private void send(Batch batch) {
    try (var lease = leases.hold(batch);
        var page = journal.open(batch)) {
      sendUnder(lease, page, batch);
      // Otherwise both may be somebody else's by now.
      if (lease.isValid()) {
        page.remove();
        batches.release(batch, emails -> traffic.comeBack(batch, emails));
      }
    }
  }

  private void sendUnder(Lease lease, Page page, Batch batch) {
    traffic.begin(batch);
    var standing = settle(lease, page, batch);
    var merge = new MailMerge(mailings.signed(batch.noticeId()), batch.startedAt());
    var unmarked = new ArrayList<Marked>();
    var lastMark = now();
    for (var waiting : due(batch)) {
      if (standing != Standing.GO_ON || mustEnd(lease)) {
        break;
      }
      attend(page, merge, batch, waiting).ifPresent(unmarked::add);
      if (unmarked.size() >= Dispatcher.MARKED_TOGETHER
          || now().isAfter(lastMark.plus(UNMARKED_AT_MOST))) {
        standing = lease.mark(unmarked);
        unmarked.clear();
        lastMark = now();
      }
    }
    if (!unmarked.isEmpty()) {
      lease.mark(unmarked);
    }
  }

  private boolean mustEnd(Lease lease) {
    return stopping.getAsBoolean() || outage.isOn() || !lease.isValid();
  }

  private List<Waiting> due(Batch batch) {
    var now = now();
    return batches.waiting(batch).stream().filter(waiting -> waiting.isDue(now)).toList();
  }

  /** What an owner before us has sent, and died before it could mark it, is only marked. */
  private Standing settle(Lease lease, Page page, Batch batch) {
    if (batch.before().isEmpty()) {
      return Standing.GO_ON;
    }
    var settled =
        due(batch).stream().flatMap(waiting -> leftBy(batch, page, waiting).stream()).toList();
    return settled.isEmpty() ? Standing.GO_ON : lease.mark(settled);
  }

  private Optional<Marked> leftBy(Batch batch, Page page, Waiting waiting) {
    var found = page.found(waiting.number());
    if (found.equals(Optional.of(Trace.TAKEN))) {
      return marked(batch, waiting, new Taken());
    }
    var inDoubt =
        found.equals(Optional.of(Trace.BEGUN)) || !journal.knows(batch.before().orElseThrow());
    return inDoubt && settings.unknown() == IfUnknown.HOLD
        ? marked(batch, waiting, new Unknown("in hand of a process that has died"))
        : Optional.empty();
  }

  /** Who is in a domain that is given up is not tried again: one letter for all has been. */
  private Optional<Marked> attend(Page page, MailMerge merge, Batch batch, Waiting waiting) {
    var text = merge.textFor(waiting);
    if (text.isEmpty()) {
      return Optional.of(
          new Marked(
              waiting.number(),
              Attempt.leftOut(waiting.attempts(), waiting.firstTriedAt(), now())));
    }
    var givenUp = traffic.givenUp(batch, waiting.email());
    if (givenUp.isPresent()) {
      return marked(
          batch,
          waiting,
          new Undeliverable(Retry.givenUp(batch.legalLimit()) + ": " + givenUp.get()));
    }
    return traffic.mayGo(batch, waiting.email())
        ? send(page, merge, text.get(), batch, waiting)
        : Optional.empty();
  }

  private Optional<Marked> send(
      Page page, MailMerge merge, Mailing.Text text, Batch batch, Waiting waiting) {
    var outcome =
        carry(
            To.RECIPIENTS,
            () -> {
              var mail = mail(merge, text, batch, waiting);
              page.begin(waiting.number());
              return mail;
            });
    page.end(waiting.number(), outcome);
    traffic.heard(batch, waiting.email(), outcome);
    return marked(batch, waiting, settings.unknown() == IfUnknown.HOLD ? outcome : resent(outcome));
  }

  private Mail mail(MailMerge merge, Mailing.Text text, Batch batch, Waiting waiting) {
    return merge.mail(
        batch.noticeId() + "." + waiting.number(),
        settings.returnPath().of(batch.noticeId(), waiting.number(), merge.sender()),
        waiting.email(),
        waiting.name(),
        text);
  }

  private Optional<Marked> marked(Batch batch, Waiting waiting, Outcome outcome) {
    return Attempt.of(
            outcome, waiting.attempts(), waiting.firstTriedAt(), batch.legalLimit(), now())
        .map(attempt -> new Marked(waiting.number(), attempt));
  }

  /** What may have arrived or not is tried again. */
  private static Outcome resent(Outcome outcome) {
    return outcome instanceof Unknown unknown ? new Deferred(unknown.reason()) : outcome;
  }

  private Outcome carry(To to, Supplier<Mail> mail) {
    var outcome = outcome(mail);
    counts.count(to, outcome);
    if (outcome instanceof Unreachable unreachable) {
      outage.begins(unreachable.reason());
    } else if (outcome instanceof Unknown unknown) {
      outage.begins(unknown.reason());
    } else if (outcome instanceof Rejected rejected) {
      outage.suspects(rejected.reason());
    } else {
      outage.isOver();
    }
    return outcome;
  }

  /** One letter that can't be written must not keep the others back. */
  private Outcome outcome(Supplier<Mail> mail) {
    try {
      return carrier.carry(mail.get());
    } catch (IllegalArgumentException unsendable) {
      return new Deferred(unsendable.getMessage());
    } catch (UncheckedIOException full) {
      return new Unreachable("journal: " + full.getMessage(), false);
    }
  }

  private Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    carrier.close();
  }
}
