package breachresponse.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is sent.
 *
 * @param enabled false where nothing is sent by itself, only when asked to by hand
 * @param workers how many connections to the mail server send at the same time
 * @param lease how long a batch stays with a worker that has died; workers that live renew it. The
 *     clocks of nodes that share a database must agree to well within it.
 * @param poll how often an idle worker looks for mail that has come due
 */
@ConfigurationProperties("breach.delivery")
record DeliverySettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("4") int workers,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("2s") Duration poll) {}
