package breachresponse.chaos;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import breachresponse.delivery.SmtpSink;
import breachresponse.delivery.SmtpSink.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the mail server got: each letter, by its Message-ID, as often as it came. */
final class Mails {

  private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: <([^@]+)@");

  private final Map<String, List<Received>> byId;

  private Mails(Map<String, List<Received>> byId) {
    this.byId = byId;
  }

  static Mails in(SmtpSink server) {
    return new Mails(server.received().stream().collect(groupingBy(Mails::id)));
  }

  private static String id(Received mail) {
    var id = MESSAGE_ID.matcher(mail.text());
    if (!id.find()) {
      throw new AssertionError("a mail without a Message-ID: " + mail);
    }
    return id.group(1);
  }

  Mails toCustomers() {
    return only(mail -> mail.to().endsWith(Team.CUSTOMERS));
  }

  Mails toStaff() {
    return only(mail -> !mail.to().endsWith(Team.CUSTOMERS));
  }

  private Mails only(Predicate<Received> wanted) {
    return new Mails(
        byId.entrySet().stream()
            .filter(letter -> wanted.test(letter.getValue().get(0)))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  boolean has(String id) {
    return byId.containsKey(id);
  }

  boolean reached(String address) {
    return byId.values().stream().anyMatch(copies -> copies.get(0).to().equals(address));
  }

  boolean anyAround(Instant moment, Duration distance) {
    return byId.values().stream()
        .flatMap(List::stream)
        .anyMatch(mail -> Duration.between(mail.at(), moment).abs().compareTo(distance) < 0);
  }

  /** How many have come. */
  int count() {
    return byId.size();
  }

  /** How many came that had come before. */
  int again() {
    return byId.values().stream().mapToInt(List::size).sum() - byId.size();
  }

  /** What is wrong with those that came more than once. */
  List<String> tooOften(String whom, int bound) {
    var findings = new ArrayList<String>();
    if (again() > bound) {
      findings.add("%d letters to %s came again, more than %d".formatted(again(), whom, bound));
    }
    byId.forEach(
        (id, copies) -> {
          if (copies.stream().map(Received::text).distinct().count() > 1) {
            findings.add("came again, but changed: " + id);
          }
        });
    return findings;
  }
}
