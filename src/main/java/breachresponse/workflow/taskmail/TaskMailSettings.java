package breachresponse.workflow.taskmail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told of their tasks by mail.
 *
 * @param enabled false: nobody is
 * @param gather how long further tasks are waited for, so that they come in one mail
 * @param perHour how many such mails a person gets in an hour at most
 */
@ConfigurationProperties("breach.task-mail")
record TaskMailSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("1m") Duration gather,
    @DefaultValue("6") int perHour) {}
