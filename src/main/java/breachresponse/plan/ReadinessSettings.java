package breachresponse.plan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a plan stays ready by itself.
 *
 * @param contact after which an address or a number must be confirmed again
 * @param exercise after which the plan must be rehearsed again
 * @param review after which the next version is prepared
 * @param link how long a link to confirm an address is valid; it is mailed that long before a
 *     confirmation lapses
 */
@ConfigurationProperties("breach.plan.readiness")
public record ReadinessSettings(
    @DefaultValue("90d") Duration contact,
    @DefaultValue("365d") Duration exercise,
    @DefaultValue("365d") Duration review,
    @DefaultValue("14d") Duration link) {}
