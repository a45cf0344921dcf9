package breachresponse.bounce;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Reads the mailbox to which mails come back. What is counted is put away, after it was committed:
 * if that fails it comes again, and counts once all the same. All else stays where people find it.
 */
@Component
@ConditionalOnExpression("!'${breach.bounces.host:}'.isBlank()")
public class BounceMailbox {

  /**
   * The mailbox as it was last read.
   *
   * @param readAt null if it could not be read yet
   * @param left how many mails stay in it, and why
   * @param problem why it could not be read, null if it could
   */
  public record Reading(Instant readAt, Map<Outcome, Long> left, String problem) {}

  private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
  private static final String TIMEOUT = "30000";
  private static final int PUT_AWAY_TOGETHER = 100;

  private final Bounces bounces;
  private final BounceSettings settings;
  private final Clock clock;

  /** What stays in the mailbox, by the server's id for it: it is read once. */
  private final Map<String, Outcome> left = new HashMap<>();

  private volatile Reading reading = new Reading(null, Map.of(), null);

  BounceMailbox(Bounces bounces, BounceSettings settings, Clock clock) {
    this.bounces = bounces;
    this.settings = settings;
    this.clock = clock;
  }

  public Reading lastReading() {
    return reading;
  }

  /** A mailbox that can't be read is tried again the next time. */
  @Scheduled(fixedDelayString = "${breach.bounces.every:1m}")
  public synchronized void read() {
    try (var store = open();
        var folder = store.getFolder(settings.folder())) {
      folder.open(Folder.READ_WRITE);
      var tooEarly = read(store, folder);
      reading = new Reading(clock.instant(), counts(tooEarly), null);
      bounces.haveCome();
    } catch (MessagingException | RuntimeException failure) {
      LOG.warn("The mailbox of bounces can't be read: {}", failure.toString());
      reading = new Reading(reading.readAt(), reading.left(), failure.getMessage());
    }
  }

  /**
   * @return how many are to be read again
   */
  private long read(Store store, Folder folder) throws MessagingException {
    var messages = withIds(folder);
    left.keySet().retainAll(messages.keySet());
    var settled = new ArrayList<Message>();
    var tooEarly = 0;
    for (var message : messages.entrySet()) {
      if (left.containsKey(message.getKey())) {
        continue;
      }
      var outcome = count(folder, message.getValue());
      if (outcome.isSettled()) {
        settled.add(message.getValue());
      } else if (outcome == Outcome.TOO_EARLY) {
        tooEarly++;
      } else {
        left.put(message.getKey(), outcome);
      }
      if (settled.size() == PUT_AWAY_TOGETHER) {
        putAway(store, folder, settled);
      }
    }
    putAway(store, folder, settled);
    return tooEarly;
  }

  /** Those that nobody has deleted, by the server's id for them. */
  private static Map<String, Message> withIds(Folder folder) throws MessagingException {
    var messages = folder.getMessages();
    var wanted = new FetchProfile();
    wanted.add(UIDFolder.FetchProfileItem.UID);
    wanted.add(FetchProfile.Item.SIZE);
    wanted.add(FetchProfile.Item.FLAGS);
    folder.fetch(messages, wanted);
    var byId = new LinkedHashMap<String, Message>();
    for (var message : messages) {
      if (!message.isSet(Flags.Flag.DELETED)) {
        byId.put(id(folder, message), message);
      }
    }
    return byId;
  }

  private static String id(Folder folder, Message message) throws MessagingException {
    return folder instanceof POP3Folder pop
        ? pop.getUID(message)
        : ((UIDFolder) folder).getUIDValidity() + "/" + ((UIDFolder) folder).getUID(message);
  }

  private Outcome count(Folder folder, Message message) throws MessagingException {
    if (message.getSize() > Bounces.LARGEST) {
      return Outcome.TOO_LARGE;
    }
    var mail = new ByteArrayOutputStream();
    try {
      message.writeTo(mail);
    } catch (MessagingException | IOException unreadable) {
      if (!folder.isOpen()) {
        throw new MessagingException("the connection broke", unreadable);
      }
      return Outcome.UNREADABLE;
    }
    return count(mail.toByteArray());
  }

  /** One that can't be counted does not keep the others back, a database that is away does. */
  private Outcome count(byte[] mail) {
    try {
      return bounces.count(mail);
    } catch (CannotCreateTransactionException noDatabase) {
      throw noDatabase;
    } catch (RuntimeException failure) {
      LOG.warn("A bounce could not be counted and is read again", failure);
      return Outcome.TOO_EARLY;
    }
  }

  private void putAway(Store store, Folder folder, List<Message> settled)
      throws MessagingException {
    var messages = settled.toArray(Message[]::new);
    if (folder instanceof UIDFolder && messages.length > 0) {
      var counted = store.getFolder(settings.countedFolder());
      if (!counted.exists()) {
        counted.create(Folder.HOLDS_MESSAGES);
      }
      folder.copyMessages(messages, counted);
    }
    folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
    settled.clear();
  }

  private Map<Outcome, Long> counts(long tooEarly) {
    var counts = new EnumMap<Outcome, Long>(Outcome.class);
    left.values().forEach(outcome -> counts.merge(outcome, 1L, Long::sum));
    if (tooEarly > 0) {
      counts.put(Outcome.TOO_EARLY, tooEarly);
    }
    return counts;
  }

  private Store open() throws MessagingException {
    var protocol = settings.protocol();
    var properties = new Properties();
    // Reading one does not make it look read: people see to those that stay.
    properties.setProperty("mail.%s.peek".formatted(protocol), "true");
    properties.setProperty("mail.%s.starttls.enable".formatted(protocol), "true");
    properties.setProperty("mail.%s.connectiontimeout".formatted(protocol), TIMEOUT);
    properties.setProperty("mail.%s.timeout".formatted(protocol), TIMEOUT);
    properties.putAll(settings.properties());
    var store = Session.getInstance(properties).getStore(protocol);
    store.connect(settings.host(), settings.port(), settings.user(), settings.password());
    return store;
  }
}
