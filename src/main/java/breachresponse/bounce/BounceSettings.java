package breachresponse.bounce;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox into which mails come back.
 *
 * @param host empty: none is read
 * @param port -1: the usual one of the protocol
 * @param protocol imaps, imap, pop3s or pop3
 * @param folder that is read; POP3 knows INBOX alone
 * @param countedFolder where mails go that were counted; POP3 deletes them
 * @param properties further ones of Jakarta Mail
 */
@ConfigurationProperties("breach.bounces")
record BounceSettings(
    @DefaultValue("") String host,
    @DefaultValue("-1") int port,
    @DefaultValue("imaps") String protocol,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("INBOX") String folder,
    @DefaultValue("Counted") String countedFolder,
    @DefaultValue Map<String, String> properties) {}
