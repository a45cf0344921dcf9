package breachresponse.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import breachresponse.workflow.staff.DemoStaff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The commands that VERIFY.txt documents, run by a shell on the evidence as it was downloaded, and
 * on what a forger makes of it who knows all but the key.
 */
@ApplicationTest
class VerifyingTest {

  @TempDir private Path folder;
  @Autowired private TestRestTemplate web;
  @Autowired private Time time;
  @Autowired private Incidents incidents;
  @Autowired private Timeline timeline;
  @Autowired private Checkpoints checkpoints;
  @Autowired private DailyCheckpoints daily;
  @Autowired private EvidenceKey key;
  @Autowired private JdbcClient db;

  @Value("${breach.data-dir}")
  private Path dataDir;

  private CaseNumber caseNumber;

  @BeforeEach
  void a_case_with_five_entries() {
    time.is("2026-03-03T15:00:00Z");
    caseNumber = incidents.open("Customer table copied", "At night", "ian");
    for (var n = 2; n <= 5; n++) {
      timeline.record(caseNumber, "ian", "act " + n, "detail\nof " + n, null);
    }
  }

  @Test
  void an_untouched_export_verifies() throws Exception {
    export();

    assertThat(verified()).isEqualTo("5 entries. All is well if WRONG is nowhere.\n");
    assertThat(names("checkpoints")).hasSize(2);
  }

  @Test
  void what_grows_between_exports_verifies_with_all_checkpoints() throws Exception {
    export();
    time.is("2026-03-04T15:00:00Z");
    daily.sign();
    incidents.close(caseNumber, "lena");
    export();

    assertThat(verified()).isEqualTo("7 entries. All is well if WRONG is nowhere.\n");
    assertThat(checkpoints.of(caseNumber)).extracting(Checkpoint::entries).containsExactly(5, 6, 7);
    assertThat(names("checkpoints")).hasSize(6);
  }

  @Test
  void an_altered_file_shows() throws Exception {
    export();
    edit("case.json", "ian", "ina");

    assertThat(verified()).contains("WRONG: a file");
  }

  @Test
  void an_altered_entry_shows_though_all_hashes_after_it_were_made_anew() throws Exception {
    export();
    edit("chain/00003.txt", "act 3", "another act");
    forge();

    assertThat(verified())
        .contains("WRONG: signature of manifest.sha256", "WRONG: checkpoints/00005")
        .doesNotContain("WRONG: a file", "WRONG: before");
  }

  @Test
  void a_deleted_entry_shows_though_the_chain_was_closed_again() throws Exception {
    export();
    Files.delete(folder.resolve("chain/00003.txt"));
    Files.move(folder.resolve("chain/00004.txt"), folder.resolve("chain/00003.txt"));
    Files.move(folder.resolve("chain/00005.txt"), folder.resolve("chain/00004.txt"));
    forge();

    assertThat(verified()).contains("WRONG: checkpoints/00005", "WRONG: 4 entries, of which 5");
  }

  @Test
  void a_missing_entry_shows() throws Exception {
    export();
    Files.delete(folder.resolve("chain/00003.txt"));

    assertThat(verified()).contains("WRONG: no entry 3", "WRONG: before chain/00004.txt");
  }

  @Test
  void entries_in_another_order_show() throws Exception {
    export();
    Files.move(folder.resolve("chain/00003.txt"), folder.resolve("chain/x"));
    Files.move(folder.resolve("chain/00004.txt"), folder.resolve("chain/00003.txt"));
    Files.move(folder.resolve("chain/x"), folder.resolve("chain/00004.txt"));

    assertThat(verified()).contains("WRONG: before chain/00003.txt", "WRONG: a file");
    forge();
    assertThat(verified()).contains("WRONG: checkpoints/00005");
  }

  @Test
  void a_cut_off_tail_shows_though_the_chain_before_it_is_whole() throws Exception {
    export();
    Files.delete(folder.resolve("chain/00005.txt"));
    forge();

    assertThat(verified())
        .contains("WRONG: 4 entries, of which 5 are signed")
        .doesNotContain("WRONG: a file", "WRONG: before");
  }

  @Test
  void a_tail_cut_off_together_with_its_checkpoint_shows_by_the_manifest() throws Exception {
    export();
    timeline.record(caseNumber, "ian", "act 7", null, null);
    export();
    for (var file : List.of("chain/00006.txt", "chain/00007.txt")) {
      Files.delete(folder.resolve(file));
    }
    for (var name : names("checkpoints")) {
      if (name.startsWith("00007")) {
        Files.delete(folder.resolve("checkpoints").resolve(name));
      }
    }
    forge();

    assertThat(verified())
        .contains("WRONG: signature of manifest.sha256")
        .doesNotContain("of which", "WRONG: checkpoints");
  }

  @Test
  void a_tail_cut_off_in_the_database_shows_in_the_next_export_and_is_not_signed()
      throws Exception {
    checkpoints.sign(caseNumber);
    db.sql("delete from timeline where case_number = :case and entry > 3")
        .param("case", caseNumber.value())
        .update();

    daily.sign();
    export();

    assertThat(checkpoints.problem(caseNumber).orElseThrow())
        .contains("does not fit the checkpoint of 5 entries", "there are 4");
    assertThat(checkpoints.of(caseNumber)).hasSize(1);
    assertThat(verified()).contains("WRONG: 3 entries, of which 5 are signed");
  }

  @Test
  void a_chain_made_anew_in_the_database_does_not_fit_its_checkpoint() {
    checkpoints.sign(caseNumber);
    var last = timeline.last(caseNumber).orElseThrow();
    db.sql("delete from timeline where case_number = :case and entry = 5")
        .param("case", caseNumber.value())
        .update();
    timeline.record(caseNumber, "mallory", "act 5", "another", null);

    assertThat(timeline.firstBroken(caseNumber)).isEmpty();
    assertThat(timeline.last(caseNumber).orElseThrow().number()).isEqualTo(last.number());
    assertThat(checkpoints.problem(caseNumber)).isPresent();
  }

  @Test
  void each_night_every_case_that_has_grown_is_signed_once() {
    daily.sign();
    daily.sign();

    assertThat(checkpoints.of(caseNumber)).extracting(Checkpoint::entries).containsExactly(5);
    assertThat(checkpoints.problem(caseNumber)).isEmpty();
  }

  @Test
  void a_case_is_signed_when_it_is_closed_or_turns_out_to_be_none() {
    incidents.dismiss(caseNumber, "ian");

    assertThat(checkpoints.of(caseNumber)).extracting(Checkpoint::entries).containsExactly(6);
  }

  @Test
  void the_public_keys_are_public_and_the_private_one_is_the_servers_alone() throws Exception {
    var published = web.getForEntity("/notices/evidence-keys.pem", String.class);

    assertThat(published.getStatusCode().value()).isEqualTo(200);
    assertThat(published.getBody())
        .startsWith("key: %s\n-----BEGIN PUBLIC KEY-----\n".formatted(key.id()))
        .contains(key.publicPem())
        .doesNotContain("PRIVATE");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(dataDir.resolve("evidence-key.pem"))))
        .isEqualTo("rw-------");
  }

  @Test
  void a_key_is_named_after_its_sha256_as_openssl_computes_it() throws Exception {
    export();

    assertThat(
            sh("openssl pkey -pubin -outform DER -in \"keys/$(cat manifest.key).pem\" | sha256sum"))
        .startsWith(key.id());
  }

  @Test
  void after_a_change_of_the_key_what_the_earlier_one_signed_verifies() throws Exception {
    checkpoints.sign(caseNumber);
    var openssl = sh("openssl genpkey -algorithm ed25519");
    var next = new EvidenceKey(openssl, "", folder);
    var later = new Checkpoints(db, timeline, next, time);
    timeline.record(caseNumber, "ian", "act 6", null, null);
    later.sign(caseNumber);

    assertThat(later.of(caseNumber))
        .extracting(Checkpoint::key)
        .containsExactly(key.id(), next.id());
    assertThat(later.problem(caseNumber)).isEmpty();
    export();
    assertThat(verified()).isEqualTo("6 entries. All is well if WRONG is nowhere.\n");
    assertThat(names("keys")).contains(key.id() + ".pem", next.id() + ".pem");
  }

  private void export() throws IOException {
    var zip =
        web.withBasicAuth("mia", DemoStaff.PASSWORD)
            .getForEntity("/api/incidents/%s/evidence.zip".formatted(caseNumber), byte[].class);
    assertThat(zip.getStatusCode().value()).isEqualTo(200);
    var files = new ZipInputStream(new ByteArrayInputStream(zip.getBody()));
    for (ZipEntry entry; (entry = files.getNextEntry()) != null; ) {
      var file = folder.resolve(entry.getName());
      Files.createDirectories(file.getParent());
      Files.write(file, files.readAllBytes());
    }
  }

  /** What the commands under "All at once" print. */
  private String verified() throws Exception {
    var commands =
        Files.readString(folder.resolve("VERIFY.txt"))
            .split("All at once\n-+\n")[1]
            .split("\nIt takes a minute")[0]
            .lines()
            .map(line -> line.replaceFirst("^ {5}", ""))
            .collect(joining("\n"));
    return sh(commands);
  }

  private String sh(String commands) throws Exception {
    var shell =
        new ProcessBuilder("sh", "-c", commands)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var printed = new String(shell.getInputStream().readAllBytes(), UTF_8);
    shell.waitFor();
    return printed;
  }

  /** Makes all hashes fit again: numbers, the chain, its list, the manifest. */
  private void forge() throws IOException {
    var previous = "0".repeat(64);
    var list = new StringBuilder();
    for (var name : names("chain")) {
      var file = folder.resolve("chain").resolve(name);
      var text =
          Files.readString(file)
              .replaceFirst("previous: .*", "previous: " + previous)
              .replaceFirst("entry: .*", "entry: " + Integer.parseInt(name.substring(0, 5)));
      Files.writeString(file, text);
      previous = Sha256.of(text);
      list.append(Sha256.line(previous, "chain/" + name));
    }
    Files.writeString(folder.resolve("chain.sha256"), list);
    Files.writeString(folder.resolve("manifest.sha256"), manifest());
  }

  private String manifest() throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(name -> !name.startsWith("manifest.sha256"))
          .sorted()
          .map(name -> Sha256.line(hash(name), name))
          .collect(joining());
    }
  }

  private String hash(String name) {
    try {
      return Sha256.of(Files.readAllBytes(folder.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> names(String inFolder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(inFolder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void edit(String name, String before, String after) throws IOException {
    var file = folder.resolve(name);
    Files.writeString(file, Files.readString(file).replace(before, after));
  }
}
