package breachresponse.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.delivery.SmtpSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An installation: a database, a mail server, the wires to them, and nodes. */
final class Site implements AutoCloseable {

  /** Connections to the mail server of each node. */
  static final int WORKERS = 4;

  // Slow enough that there is time to die.
  private static final int RATE = 25;

  /** How long a batch stays with a node that has died. */
  static final Duration LEASE = Duration.ofSeconds(5);

  /** Letters that a node sends until it marks them: those of a second, and one on each wire. */
  static final int UNMARKED = RATE + WORKERS;

  private static final int CASES_AT_ONCE = 3;
  private static final int CUSTOMERS = 150;

  private static final Duration A_MAIL_TAKES_AT_MOST = Duration.ofMinutes(3);
  private static final Duration A_NODE_COMES_BACK_WITHIN = Duration.ofMinutes(5);
  private static final Pattern MAIL_WAITS =
      Pattern.compile("breach_staff_mail\\{state=\"waiting\"} [1-9]");

  private final Path folder;
  private final Database database;
  private final SmtpSink mailServer = new SmtpSink();
  private final Wire mailWire = new Wire(mailServer.port());
  private final List<Node> nodes = new ArrayList<>();
  private final List<String> cases = new CopyOnWriteArrayList<>();
  private final Team team = new Team(this::whoeverIsReady, CUSTOMERS);
  private String undisturbed;

  Site(Path folder, Database database) {
    this.folder = folder;
    this.database = database;
  }

  Node start(String... settings) {
    return started(Node::asInstalled, settings);
  }

  Node startWithAClockOfItsOwn() {
    return started(Node::withAClockOfItsOwn);
  }

  private Node started(BiFunction<Path, List<String>, Node> kind, String... settings) {
    var node =
        kind.apply(
            folder.resolve("node-" + (nodes.size() + 1)),
            Stream.of(database.settings(), ours(), List.of(settings))
                .flatMap(List::stream)
                .toList());
    nodes.add(node);
    node.start();
    node.awaitReady();
    return node;
  }

  private List<String> ours() {
    return List.of(
        "--spring.mail.host=127.0.0.1",
        "--spring.mail.port=" + mailWire.port(),
        "--breach.delivery.workers=" + WORKERS,
        "--breach.delivery.rate=" + RATE,
        "--breach.delivery.lease=" + LEASE,
        "--camunda.bpm.job-execution.lock-time-in-millis=5000",
        "--breach.plan.targets.signature=10s",
        "--breach.task-mail.gather=1s",
        "--breach.task-mail.per-hour=100000",
        "--breach.sender-check.enabled=false");
  }

  Wire mailWire() {
    return mailWire;
  }

  /** The case to which others are compared. */
  void leadOneInPeace() {
    undisturbed = team.lead(List.of("Nothing befalls it")).get(0);
  }

  /** From the report to the closure, while it goes on with something else. */
  CompletableFuture<Void> beginCases() {
    var titles =
        IntStream.range(cases.size(), cases.size() + CASES_AT_ONCE)
            .mapToObj(n -> "Copied " + n)
            .toList();
    return CompletableFuture.runAsync(() -> cases.addAll(team.lead(titles)));
  }

  /** How far the cases have come: tasks, and mails by the second. */
  int steps() {
    return team.tasksDone() + mailServer.received().size() / RATE;
  }

  List<String> cases() {
    return cases;
  }

  /** Until some more have come than until now. */
  void awaitMailsToCustomers() {
    var wanted = mails().toCustomers().count() + RATE;
    Waiting.atMost(
        A_MAIL_TAKES_AT_MOST,
        () -> "no mail leaves",
        () -> mails().toCustomers().count() >= wanted);
  }

  /** What has come until now. */
  Mails mails() {
    return Mails.in(mailServer);
  }

  private Rest whoeverIsReady() {
    var ready = new AtomicReference<Rest>();
    Waiting.atMost(
        A_NODE_COMES_BACK_WITHIN,
        () -> "no node is ready, see the logs in " + folder,
        () -> {
          nodes.stream().map(Node::rest).filter(Rest::isReady).findFirst().ifPresent(ready::set);
          return ready.get() != null;
        });
    return ready.get();
  }

  /**
   * Stops it, and looks for whatever was lost, done twice or left over.
   *
   * @param customersTwice how many letters to customers may have gone twice
   * @param staffTwice how many to staff
   */
  void end(int customersTwice, int staffTwice) throws IOException {
    Waiting.atMost(
        A_MAIL_TAKES_AT_MOST, () -> "mail to staff waits for ever", this::staffMailIsGone);
    nodes.forEach(Node::stop);
    var findings = new ArrayList<String>();
    var mails = mails();
    try (var books = Books.open(nodes.get(0).folder(), database)) {
      for (var one : cases) {
        findings.addAll(books.differences(undisturbed, one));
        findings.addAll(books.problems(one));
        IntStream.rangeClosed(1, CUSTOMERS)
            .mapToObj(customer -> Team.address(one, customer))
            .filter(address -> !mails.reached(address))
            .forEach(address -> findings.add("nothing came to " + address));
      }
      findings.addAll(books.leftovers());
      books.staffMail().stream()
          .filter(id -> !mails.has(id))
          .forEach(id -> findings.add("a mail to staff never came: " + id));
    }
    findings.addAll(mails.toCustomers().tooOften("customers", customersTwice));
    findings.addAll(mails.toStaff().tooOften("staff", staffTwice));
    // Where another node finished a batch, the dead one's page of it stays, and does no harm.
    if (nodes.size() == 1) {
      findings.addAll(inHand(nodes.get(0)));
    }
    assertThat(findings).isEmpty();
  }

  private boolean staffMailIsGone() {
    return !MAIL_WAITS.matcher(whoeverIsReady().text("mia", "/actuator/prometheus")).find();
  }

  /** The journal of letters in hand is empty but for the node's name. */
  private static List<String> inHand(Node node) throws IOException {
    try (var pages = Files.list(node.folder().resolve("in-hand"))) {
      return pages
          .filter(page -> !page.endsWith("node"))
          .map(page -> "left in the journal: " + page)
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    nodes.forEach(Node::close);
    mailWire.close();
    mailServer.close();
    database.close();
  }
}
