package breachresponse.operations;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where copies of the database go.
 *
 * @param folder none where the database is backed up by other means
 * @param keep how many of them stay
 * @param oldest how old the last one may be
 */
@ConfigurationProperties("breach.backup")
record BackupSettings(
    Path folder, @DefaultValue("7") int keep, @DefaultValue("26h") Duration oldest) {}
