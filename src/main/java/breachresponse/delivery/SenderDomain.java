package breachresponse.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** Looks up in DNS whether mail servers will believe that a notice is from us. */
@Component
public class SenderDomain {

  /**
   * @param enabled false where nothing is looked up
   * @param dns the server that is asked; {@code dns:} is the one of this machine
   */
  @ConfigurationProperties("breach.sender-check")
  record Settings(@DefaultValue("true") boolean enabled, @DefaultValue("dns:") String dns) {}

  private record Record(String domain, String text) {}

  private static final Logger log = LoggerFactory.getLogger(SenderDomain.class);
  private static final String TIMEOUT_MILLIS = "1000";

  private final Settings settings;
  private final DeliverySettings delivery;

  SenderDomain(Settings settings, DeliverySettings delivery) {
    this.settings = settings;
    this.delivery = delivery;
  }

  /**
   * What speaks for the sender and what against, a sentence each. Where DNS is away it says so
   * within a few seconds; nothing depends on it.
   *
   * @param from the sender's address
   */
  public List<String> check(String from) {
    if (!settings.enabled()) {
      return List.of("The sender's domain is not checked: this is switched off.");
    }
    try {
      return check(domainOf(from), domainOf(delivery.returnPath().or(from)));
    } catch (NamingException away) {
      log.warn("The sender's domain could not be looked up: {}", away.toString());
      return List.of("The sender's domain could not be checked: DNS did not answer.");
    }
  }

  private List<String> check(String from, String returnPath) throws NamingException {
    var policies = policies(from);
    return List.of(
        has(texts(returnPath), "v=spf1")
            ? "SPF: %s says which servers may send for it.".formatted(returnPath)
            : "**SPF is missing** at %s: many mail servers refuse such mail or hide it."
                .formatted(returnPath),
        policies.isEmpty()
            ? "**DMARC is missing** at %s: large mail services refuse or hide bulk mail without it."
                .formatted(from)
            : "DMARC: %s says what becomes of mail that is not its own."
                .formatted(policies.get(0).domain()),
        areAligned(from, returnPath, policies)
            ? "Sender and return path belong together: %s, %s.".formatted(from, returnPath)
            : "**Sender and return path do not belong together**: %s, %s. Only a DKIM signature of %s saves the mail."
                .formatted(from, returnPath, from));
  }

  /** Relaxed: the same organisation is enough. */
  private boolean areAligned(String from, String returnPath, List<Record> ofFrom)
      throws NamingException {
    if (isWithin(from, returnPath) || isWithin(returnPath, from)) {
      return true;
    }
    var ofReturnPath = policies(returnPath);
    return !ofFrom.isEmpty()
        && !ofReturnPath.isEmpty()
        && last(ofFrom).domain().equals(last(ofReturnPath).domain());
  }

  private static boolean isWithin(String domain, String other) {
    return domain.equals(other) || domain.endsWith("." + other);
  }

  private static Record last(List<Record> records) {
    return records.get(records.size() - 1);
  }

  /** The DMARC records of the domain and those above it; the last is the organisation's. */
  private List<Record> policies(String domain) throws NamingException {
    var found = new ArrayList<Record>();
    for (var at = domain; at.contains("."); at = at.substring(at.indexOf('.') + 1)) {
      for (var text : texts("_dmarc." + at)) {
        // psd=y marks a registry, above all organisations.
        if (text.startsWith("v=dmarc1") && !text.replace(" ", "").contains("psd=y")) {
          found.add(new Record(at, text));
        }
      }
    }
    return found;
  }

  private static boolean has(List<String> texts, String start) {
    return texts.stream().anyMatch(text -> text.startsWith(start));
  }

  private List<String> texts(String name) throws NamingException {
    var environment = new Properties();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put(Context.PROVIDER_URL, settings.dns());
    environment.put("com.sun.jndi.dns.timeout.initial", TIMEOUT_MILLIS);
    environment.put("com.sun.jndi.dns.timeout.retries", "1");
    var dns = new InitialDirContext(environment);
    try {
      var found = dns.getAttributes(name, new String[] {"TXT"}).get("TXT");
      return found == null
          ? List.of()
          : Collections.list(found.getAll()).stream().map(SenderDomain::text).toList();
    } catch (NameNotFoundException none) {
      return List.of();
    } finally {
      dns.close();
    }
  }

  private static String text(Object record) {
    return record.toString().replace("\"", "").strip().toLowerCase(Locale.ROOT);
  }

  private static String domainOf(String address) {
    return MailAddress.onTheWire(address)
        .substring(address.lastIndexOf('@') + 1)
        .toLowerCase(Locale.ROOT);
  }
}
