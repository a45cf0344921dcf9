package breachresponse.chaos;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Run by {@code bench/chaos.sh}; what it prints is explained in {@code bench/README.md}. */
class ChaosBench {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);

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
      var cases = site.beginCases();
      var pauses = 3;
      for (var n = 0; n < pauses; n++) {
        site.awaitMailsToCustomers();
        node.freeze();
        Waiting.forThe(Site.LEASE.multipliedBy(3));
        node.thaw();
      }
      cases.join();
      site.end(pauses * Site.UNMARKED, pauses * Site.WORKERS);
      Results.write(
          "a node stands still past its lease (`SIGSTOP`) beside another",
          pauses + " times for 15 s, with a lease of 5 s, while mails left",
          "",
          site);
    }
  }

  @Test
  void disk_full() throws Exception {
    var data = Files.createDirectory(folder.resolve("node-1"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", data.toString()),
        "only root may make a small disk");
    try (var site = new Site(folder, new Database.Files())) {
      var node = site.start("--breach.health.disk-free=8MB");
      site.leadOneInPeace();
      var cases = site.beginCases();
      site.awaitMailsToCustomers();
      var filling = data.resolve("filling");
      fill(filling);
      var health = node.awaitAilment("the data folder has");
      Waiting.forThe(A_MINUTE);
      Files.delete(filling);
      cases.join();
      site.end(Site.WORKERS, Site.WORKERS);
      Results.write(
          "no room on the disk for a minute, H2",
          "the data folder filled to the last byte while mails left",
          health,
          site);
    } finally {
      run("umount", "--lazy", data.toString());
    }
  }

  private static void fill(Path file) throws IOException {
    var block = new byte[4096];
    try (var out = Files.newOutputStream(file)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      System.out.println(full.getMessage());
    }
  }

  @Test
  void clock_set_forth_and_back() throws Exception {
    assumeTrue(Files.exists(Node.FAKETIME), "needs libfaketime");
    try (var site = new Site(folder, new Database.Files())) {
      var node = site.add();
      node.setClock("+0");
      node.start();
      site.leadOneInPeace();
      var cases = site.beginCases();
      for (var off : List.of("+3m", "-3m", "+0")) {
        site.awaitMailsToCustomers();
        node.setClock(off);
      }
      cases.join();
      site.end(3 * Site.WORKERS, 3 * Site.WORKERS);
      Results.write(
          "the clock is set forth and back",
          "by 3 minutes forth, 6 back and 3 forth while mails left",
          "",
          site);
    }
  }

  private static boolean run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }

  private static Optional<Long> number(String variable) {
    return Optional.ofNullable(System.getenv(variable)).map(Long::valueOf);
  }
}
