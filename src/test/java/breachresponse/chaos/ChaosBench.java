package breachresponse.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.IdentityProvider;
import breachresponse.support.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Run by {@code bench/chaos.sh}; what it prints is explained in {@code bench/README.md}. */
class ChaosBench {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final Duration AN_HOUR = Duration.ofHours(1);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void kills_on_h2() throws Exception {
    kills(new Database.Files());
  }

  @Test
  void kills_on_postgresql() throws Exception {
    kills(new Database.Server());
  }

  @Test
  void kills_of_one_of_two_nodes() throws Exception {
    try (var site = new Site(folder, new Database.Server())) {
      var node = site.start();
      site.start();
      killed(node, site, Site.UNMARKED, "one of two nodes killed at random moments, PostgreSQL");
    }
  }

  private void kills(Database database) throws Exception {
    try (var site = new Site(folder, database)) {
      killed(site.start(), site, Site.WORKERS, "`kill -9` at random moments, " + database.name());
    }
  }

  /**
   * @param twice how many letters to customers may go twice for each death
   */
  private void killed(Node node, Site site, int twice, String fault) throws Exception {
    var seed = number("CHAOS_SEED").orElseGet(() -> (long) new Random().nextInt(1_000_000));
    System.out.printf("%nCHAOS_SEED=%d, data in %s%n", seed, folder);
    site.leadOneInPeace();
    var deaths = new Deaths(node, site::steps, seed);
    deaths.begin(number("CHAOS_KILLS").orElse(50L).intValue());
    while (!deaths.areOver()) {
      site.beginCases().join();
    }
    var whileMailLeft = deaths.around(site.mails().toCustomers());
    site.end(twice * whileMailLeft, twice * deaths.count());
    Results.write(
        fault,
        "%d times (seed %d): %d while a form or file was taken, %d while it started, %d while mails to customers left"
            .formatted(
                deaths.count(),
                seed,
                deaths.whileItChanged(),
                deaths.whileItStarted(),
                whileMailLeft),
        "",
        site);
  }

  @Test
  void database_away() throws Exception {
    var database = new Database.Server();
    try (var site = new Site(folder, database)) {
      var node = site.start();
      site.leadOneInPeace();
      var cases = site.beginCases();
      site.awaitMailsToCustomers();
      database.wire().cut();
      var health = node.awaitAilment("the database does not answer");
      Waiting.forThe(A_MINUTE);
      database.wire().mend();
      cases.join();
      site.end(Site.WORKERS, Site.WORKERS);
      Results.write(
          "PostgreSQL away for a minute", "the network to it cut while mails left", health, site);
    }
  }

  @Test
  void mail_server_away() throws Exception {
    try (var site = new Site(folder, new Database.Files())) {
      var node = site.start("--breach.health.mail-stuck=20s");
      site.leadOneInPeace();
      var cases = site.beginCases();
      site.awaitMailsToCustomers();
      site.mailWire().cut();
      var health = node.awaitAilment("no mail has left");
      Waiting.forThe(A_MINUTE);
      site.mailWire().mend();
      cases.join();
      site.end(Site.WORKERS, Site.WORKERS);
      Results.write(
          "mail server away for a minute", "the network to it cut while mails left", health, site);
    }
  }

  @Test
  void pause_past_the_lease() throws Exception {
    try (var site = new Site(folder, new Database.Server())) {
      var node = site.start();
      site.start();
      site.leadOneInPeace();
      var pauses = 2;
      for (var n = 0; n < pauses; n++) {
        var cases = site.beginCases();
        site.awaitMailsToCustomers();
        node.freeze();
        Waiting.forThe(Site.LEASE.multipliedBy(3));
        node.thaw();
        cases.join();
      }
      site.end(pauses * Site.UNMARKED, pauses * Site.WORKERS);
      Results.write(
          "a node stands still past its lease (`SIGSTOP`) beside another",
          pauses + " times for 15 s, with a lease of 5 s, while mails left",
          "",
          site);
    }
  }

  @Test
  void identity_provider_away() throws Exception {
    try (var provider = new IdentityProvider();
        var site = new Site(folder, new Database.Files())) {
      provider.employs(
          "silvia",
          Map.of(
              "preferred_username", "silvia",
              "email", "silvia@example.org",
              "groups", List.of("lawyers")));
      var node =
          site.start(
              "--breach.sso.issuer=" + provider.issuer(),
              "--breach.sso.client-id=" + IdentityProvider.CLIENT,
              "--breach.sso.client-secret=" + IdentityProvider.SECRET,
              "--breach.sso.groups=legal=lawyers",
              "--breach.health.provider-silent=40s");
      provider.knows(node.address());
      site.leadOneInPeace();
      var cases = site.beginCases();
      site.awaitMailsToCustomers();
      provider.close();
      assertThat(logInOf("silvia", node)).contains("does not answer now");
      var health = node.awaitAilment("nobody new may get in");
      Waiting.forThe(A_MINUTE);
      provider.open();
      assertThat(logInOf("silvia", node)).contains("url=/sso");
      cases.join();
      site.end(0, 0);
      Results.write(
          "identity provider away for a minute",
          "ended and begun again while mails left; somebody tried to log in while it was away, and after",
          health,
          site);
    }
  }

  private static String logInOf(String person, Node node) {
    return new Visitor(node.address())
        .logsInAtTheProvider("/oauth2/authorization/sso?to=/sso", person)
        .body();
  }

  @Test
  void clock_set_forth_and_back() throws Exception {
    try (var site = new Site(folder, new Database.Files())) {
      var node = site.startWithAClockOfItsOwn();
      site.leadOneInPeace();
      for (var ahead : List.of(AN_HOUR, AN_HOUR.minus(A_MINUTE))) {
        var cases = site.beginCases();
        site.awaitMailsToCustomers();
        node.setClock(ahead);
        cases.join();
      }
      site.end(2 * Site.WORKERS, 2 * Site.WORKERS);
      Results.write(
          "clock set forth and back",
          "by an hour forth and a minute back, while mails left",
          "",
          site);
    }
  }

  @Test
  void disk_full() throws Exception {
    try (var disk = new Disk(folder.resolve("node-1"));
        var site = new Site(folder, new Database.Files())) {
      var node = site.start();
      node.keepRunning();
      site.leadOneInPeace();
      var cases = site.beginCases();
      site.awaitMailsToCustomers();
      disk.fill();
      var health = node.awaitAilment("the data folder has");
      Waiting.forThe(A_MINUTE);
      disk.makeRoom();
      cases.join();
      site.end(Site.WORKERS, Site.WORKERS);
      Results.write(
          "full disk, H2",
          "for a minute, while mails left; started anew whenever it ended, as systemd does",
          health,
          site);
    }
  }

  private static Optional<Long> number(String variable) {
    return Optional.ofNullable(System.getenv(variable)).map(Long::valueOf);
  }
}
