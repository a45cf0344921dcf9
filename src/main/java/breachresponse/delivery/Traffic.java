package breachresponse.delivery;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toConcurrentMap;

import breachresponse.delivery.Batches.Batch;
import breachresponse.delivery.Carrier.Outcome;
import breachresponse.delivery.Carrier.Refused;
import breachresponse.delivery.Carrier.Taken;
import breachresponse.delivery.Carrier.Undeliverable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Says before each letter whether it may go now, for all workers of a node: at the pace that is
 * set, not to a domain that refuses us, and not in a storm of failures. Who may not go comes back
 * later; nobody waits for it.
 */
class Traffic {

  /** Of a batch in a line. */
  private record Place(UUID noticeId, int number) {

    private static Place of(Batch batch) {
      return new Place(batch.noticeId(), batch.number());
    }
  }

  // About an hour after the first: most of what passes has passed by then.
  private static final int ASKED_AT = 5;
  private static final Bucket UNPACED = new Bucket(0, Instant.EPOCH);

  private final TrafficSettings settings;
  private final RefusingDomains refusingDomains;
  private final Dispatches dispatches;
  private final Clock clock;
  private final Bucket overall;
  private final Map<String, Bucket> buckets = new HashMap<>();
  private final Map<UUID, Failures> failures = new HashMap<>();
  private Map<String, RefusingDomain> refusing = new ConcurrentHashMap<>();

  Traffic(
      TrafficSettings settings,
      RefusingDomains refusingDomains,
      Dispatches dispatches,
      Clock clock) {
    this.settings = settings;
    this.refusingDomains = refusingDomains;
    this.dispatches = dispatches;
    this.clock = clock;
    this.overall = new Bucket(settings.rate(), clock.instant());
  }

  /** Before the first letter of a batch: learns what other nodes and people have found out. */
  synchronized void begin(Batch batch) {
    refusing =
        refusingDomains.all().stream()
            .collect(toConcurrentMap(RefusingDomain::domain, Function.identity()));
    failures.compute(
        batch.noticeId(),
        (notice, known) ->
            known != null && known.areOf(batch.run())
                ? known
                : new Failures(settings.breaker(), batch.run(), batch.failuresExpected()));
  }

  /**
   * @return false if the letter has to wait; a letter that may go counts as gone
   */
  synchronized boolean mayGo(Batch batch, String email) {
    var now = clock.instant();
    var domain = domainOf(email);
    if (batch.stopped() || failures.get(batch.noticeId()).haveTripped() || isRefused(domain, now)) {
      return false;
    }
    var bucket = bucket(domain, now);
    if (overall.isEmpty(now) || bucket.isEmpty(now)) {
      return false;
    }
    overall.take();
    bucket.take();
    return true;
  }

  /**
   * @return the mail server's words, where the recipient's domain has refused us for as long as
   *     anything is tried
   */
  synchronized Optional<String> givenUp(Batch batch, String email) {
    return Optional.ofNullable(refusing.get(domainOf(email)))
        .filter(refusal -> !clock.instant().isBefore(givenUpAt(batch, refusal)))
        .map(RefusingDomain::reason);
  }

  private static Instant givenUpAt(Batch batch, RefusingDomain refusal) {
    return refusal.givenUpAt(batch.startedAt(), batch.legalLimit());
  }

  /** After each letter. */
  void heard(Batch batch, String email, Outcome outcome) {
    var domain = domainOf(email);
    if (outcome instanceof Taken) {
      succeeded(batch, domain);
    } else if (outcome instanceof Undeliverable never) {
      failed(batch, never.reason());
    } else if (outcome instanceof Refused policy) {
      // A storm is of many: one domain that refuses us again and again is none.
      if (refused(batch, domain, policy.reason()) == 1) {
        failed(batch, policy.reason());
      }
    }
  }

  private synchronized void succeeded(Batch batch, String domain) {
    failures.get(batch.noticeId()).succeeded(clock.instant());
    if (refusing.remove(domain) != null) {
      refusingDomains.accepts(domain);
    }
  }

  private synchronized void failed(Batch batch, String reason) {
    var known = failures.get(batch.noticeId());
    known
        .failed(clock.instant())
        .ifPresent(
            storm -> {
              dispatches.pauseForFailures(
                  batch.noticeId(),
                  storm.since(),
                  "%s; the last time: %s"
                      .formatted(storm.inWords(), Outage.withoutAddresses(reason)));
              known.trip();
            });
  }

  /**
   * @return how often the domain has refused us, one time after the other
   */
  private synchronized int refused(Batch batch, String domain, String reason) {
    var now = clock.instant();
    var before = refusing.get(domain);
    if (before == null || !now.isBefore(before.pausedUntil())) {
      var refusal = refusingDomains.refused(domain, Outage.withoutAddresses(reason), before);
      refusing.put(domain, refusal);
      if (refusal.refusals() == ASKED_AT) {
        dispatches.domainRefuses(batch.noticeId(), refusal, givenUpAt(batch, refusal));
      }
    }
    return refusing.get(domain).refusals();
  }

  /**
   * @param emails who in the batch is due and was not sent to
   * @return when the batch may send to one of them at the soonest
   */
  synchronized Instant comeBack(Batch batch, Collection<String> emails) {
    var now = clock.instant();
    var soonest =
        emails.stream().collect(groupingBy(Traffic::domainOf, counting())).entrySet().stream()
            .map(domain -> comeBack(batch, domain.getKey(), domain.getValue().intValue(), now))
            .min(Comparator.naturalOrder())
            .orElse(now);
    var inLine = overall.joinLine(Place.of(batch), emails.size(), now);
    return inLine.isAfter(soonest) ? inLine : soonest;
  }

  private Instant comeBack(Batch batch, String domain, int letters, Instant now) {
    if (isRefused(domain, now)) {
      var refusal = refusing.get(domain);
      var end = givenUpAt(batch, refusal);
      return end.isBefore(refusal.pausedUntil()) ? end : refusal.pausedUntil();
    }
    return bucket(domain, now).joinLine(Place.of(batch), letters, now);
  }

  private boolean isRefused(String domain, Instant now) {
    var refusal = refusing.get(domain);
    return refusal != null && now.isBefore(refusal.pausedUntil());
  }

  private Bucket bucket(String domain, Instant now) {
    return settings.pacesDomains()
        ? buckets.computeIfAbsent(domain, name -> new Bucket(settings.rateOf(name), now))
        : UNPACED;
  }

  private static String domainOf(String email) {
    return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
