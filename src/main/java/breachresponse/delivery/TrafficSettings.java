package breachresponse.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast mail to recipients may leave a node, and when it stops by itself. Rates are letters per
 * second, 0 for no limit.
 *
 * @param rate of all workers together
 * @param expectedRate what is reckoned with where no rate is set
 * @param domainRate to each recipient domain that {@code domains} does not name
 * @param domains to recipient domains
 */
@ConfigurationProperties("breach.delivery")
record TrafficSettings(
    @DefaultValue("0") double rate,
    @DefaultValue("14") double expectedRate,
    @DefaultValue("0") double domainRate,
    @DefaultValue Map<String, Double> domains,
    @DefaultValue Breaker breaker) {

  /**
   * What counts as a storm of failures.
   *
   * @param inARow so many permanent failures, one after the other
   * @param share more than this share of the last mails
   * @param ofLast how many mails the share is of
   */
  record Breaker(
      @DefaultValue("50") int inARow,
      @DefaultValue("0.2") double share,
      @DefaultValue("200") int ofLast) {}

  TrafficSettings {
    refuseNegative("rate", rate);
    refuseNegative("domain-rate", domainRate);
    domains.forEach((domain, perSecond) -> refuseNegative("domains." + domain, perSecond));
    if (expectedRate <= 0) {
      throw new IllegalArgumentException(
          "breach.delivery.expected-rate: it must be more than 0 letters a second");
    }
    domains =
        domains.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
  }

  private static void refuseNegative(String setting, double perSecond) {
    if (perSecond < 0) {
      throw new IllegalArgumentException(
          "breach.delivery.%s: it can't be less than 0; 0 sets no limit".formatted(setting));
    }
  }

  double rateOf(String domain) {
    return domains.getOrDefault(domain, domainRate);
  }

  boolean paces() {
    return rate > 0 || pacesDomains();
  }

  boolean pacesDomains() {
    return domainRate > 0 || !domains.isEmpty();
  }

  /** What a dispatch to everybody is reckoned with. */
  double reckonedRate() {
    return rate > 0 ? rate : expectedRate;
  }
}
