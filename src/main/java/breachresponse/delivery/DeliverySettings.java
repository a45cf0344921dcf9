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
 * @param returnPath a mailbox for bounces, such as {@code bounces@example.org}, whose server
 *     delivers {@code bounces+…@example.org} there too; empty for the sender's own
 * @param keepStaffMail how long mails to staff stay in the database once they were sent or given up
 * @param unknown what becomes of a letter that may have arrived or not
 */
@ConfigurationProperties("breach.delivery")
record DeliverySettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("4") int workers,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("2s") Duration poll,
    @DefaultValue("") ReturnPath returnPath,
    @DefaultValue("30d") Duration keepStaffMail,
    @DefaultValue("resend") IfUnknown unknown) {

  /** What to do where the answer to a whole letter was lost. */
  enum IfUnknown {
    /** Somebody may get it twice, with the same Message-ID. */
    RESEND,
    /** Somebody may not get it, until a person decides. */
    HOLD
  }
}
