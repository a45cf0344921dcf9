package breachresponse.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * From when on the system counts as ill.
 *
 * @param jobsDue how long a job may be due without anybody working on it
 * @param mailStuck how long mail may be due without any leaving
 * @param bouncesUnread how long the mailbox of bounces may not have been read
 * @param providerSilent how long the identity provider may not have answered
 * @param diskFree how much space the data folder needs at least
 */
@ConfigurationProperties("breach.health")
public record HealthSettings(
    @DefaultValue("5m") Duration jobsDue,
    @DefaultValue("10m") Duration mailStuck,
    @DefaultValue("15m") Duration bouncesUnread,
    @DefaultValue("5m") Duration providerSilent,
    @DefaultValue("256MB") DataSize diskFree) {}
