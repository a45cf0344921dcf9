package breachresponse.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends what is queued, in its own threads, as long as the application runs.
 *
 * <p>The promise: every recipient ends in exactly one state, and the notice is handed over at least
 * once. After a crash, or where the answer to a letter was lost, at most one letter for each
 * connection ({@code breach.delivery.workers}) goes twice, byte by byte the same, or is held for a
 * person ({@code breach.delivery.unknown}). {@link Journal} keeps it where the node comes back, or
 * another process has its data folder. If another node takes its batches over, which it may once
 * the lease has run out, all that were not marked yet are in doubt: those of a second, at most
 * {@link #MARKED_TOGETHER} for each connection.
 */
@Component
public class Dispatcher implements SmartLifecycle {

  /** How many recipients a worker marks in one transaction. */
  static final int MARKED_TOGETHER = 250;

  // Who keeps a pace may send a second's worth at once: nobody may sleep longer.
  private static final Duration PACED_REST = Duration.ofMillis(250);

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private final Dispatches dispatches;
  private final Batches batches;
  private final StaffMail staffMail;
  private final Mailings mailings;
  private final PostOffice postOffice;
  private final Journal journal;
  private final DeliverySettings settings;
  private final MailCounts counts;
  private final Clock clock;
  private final Leases leases;
  private final Outage outage;
  private final Traffic traffic;
  private final Duration rest;
  private ScheduledExecutorService threads;
  private volatile boolean running;
  private volatile boolean stopping;

  Dispatcher(
      Dispatches dispatches,
      Batches batches,
      StaffMail staffMail,
      Mailings mailings,
      PostOffice postOffice,
      Journal journal,
      DeliverySettings settings,
      TrafficSettings trafficSettings,
      RefusingDomains refusingDomains,
      MailCounts counts,
      Clock clock) {
    this.dispatches = dispatches;
    this.batches = batches;
    this.staffMail = staffMail;
    this.mailings = mailings;
    this.postOffice = postOffice;
    this.journal = journal;
    this.settings = settings;
    this.counts = counts;
    this.clock = clock;
    this.leases = new Leases(batches, staffMail, clock);
    this.outage = new Outage(clock);
    this.traffic = new Traffic(trafficSettings, refusingDomains, dispatches, clock);
    this.rest = trafficSettings.paces() ? min(settings.poll(), PACED_REST) : settings.poll();
  }

  /** Sends all that is due now, in the calling thread: for tests, and where workers are off. */
  public void sendDue() {
    try (var worker = worker()) {
      while (worker.work()) {
        finishDone();
      }
      finishDone();
    }
  }

  /** Why this node gets no mail out of the house, if it does not. */
  Optional<Outage.Trouble> trouble() {
    return outage.trouble();
  }

  @Override
  public synchronized void start() {
    if (settings.enabled()) {
      stopping = false;
      threads = Executors.newScheduledThreadPool(settings.workers() + 1);
      for (var n = 0; n < settings.workers(); n++) {
        threads.execute(this::sendUntilStopped);
      }
      var third = settings.lease().toMillis() / 3;
      threads.scheduleAtFixedRate(this::renewLeases, third, third, TimeUnit.MILLISECONDS);
    }
    running = true;
  }

  /** Workers end after the letter they are at, and mark and give back what they have. */
  @Override
  public void stop() {
    stopping = true;
    running = false;
    wake();
    if (threads == null) {
      return;
    }
    threads.shutdown();
    try {
      if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
        log.warn("A mail server is slow to answer; its letter may be sent again at the next start");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @TransactionalEventListener(classes = Dispatches.Queued.class, fallbackExecution = true)
  synchronized void wake() {
    notifyAll();
  }

  private void sendUntilStopped() {
    try (var worker = worker()) {
      while (!stopping) {
        if (!workOn(worker)) {
          worker.close();
          rest();
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean workOn(Worker worker) {
    try {
      var worked = worker.work();
      finishDone();
      return worked;
    } catch (RuntimeException | Error failure) {
      // A worker that ended here would be missed by nobody.
      log.error("Sending failed and is tried again", failure);
      return false;
    }
  }

  private synchronized void rest() throws InterruptedException {
    if (!stopping) {
      wait(rest.toMillis());
    }
  }

  /** One listener that fails does not keep the other dispatches from their end. */
  private void finishDone() {
    batches.holdBackStopped();
    var ends = new ArrayList<Runnable>();
    dispatches.triedAll().forEach(notice -> ends.add(() -> dispatches.endFirstRound(notice)));
    dispatches.done().forEach(notice -> ends.add(() -> dispatches.finish(notice)));
    RuntimeException failed = null;
    for (var end : ends) {
      try {
        end.run();
      } catch (RuntimeException failure) {
        failed = failure;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  void renewLeases() {
    try {
      leases.renew();
    } catch (RuntimeException failure) {
      log.warn("The leases could not be renewed", failure);
    }
  }

  private Worker worker() {
    return new Worker(
        batches,
        staffMail,
        mailings,
        leases,
        journal,
        outage,
        traffic,
        postOffice.open(),
        settings,
        () -> stopping,
        counts,
        clock);
  }
}
