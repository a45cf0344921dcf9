package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import breachresponse.delivery.Recipients.ImportReport;
import breachresponse.delivery.Recipients.Kind;
import breachresponse.delivery.Recipients.Progress;
import breachresponse.delivery.Recipients.Refused;
import breachresponse.delivery.Recipients.Summary;
import breachresponse.evidence.Sha256;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeliveryTest
class RecipientsTest {

  private static final String HEADER = "id,email,name,language,residence\n";

  @Autowired Recipients recipients;
  @Autowired RecipientRows recipientRows;
  @Autowired Incidents incidents;
  @Autowired Timeline timeline;
  @Autowired JdbcClient db;

  private CaseNumber breach;

  @BeforeEach
  void a_case() {
    breach = incidents.open("Stolen laptop", "", "cora");
  }

  @Test
  void each_row_is_a_person() {
    var report =
        add(
            HEADER
                + "c1,ana@example.org,Ana García,es,ES\n"
                + "c2,bob@example.com,\"O'Neil, Bob\",en,US-CA\n"
                + "c3,eve@example.net,,,\n");

    assertThat(report).isEqualTo(new ImportReport(3, 0, 0, List.of(), 0, List.of()));
    assertThat(recipients.summary(breach).byLanguage()).isEqualTo(Map.of("", 1, "en", 1, "es", 1));
    assertThat(names()).containsExactly("Ana García", "O'Neil, Bob", "");
  }

  @Test
  void columns_come_in_any_order_with_semicolons_and_a_byte_order_mark() {
    var report =
        add(
            "\uFEFFName;Email;ID;Residence;Language\r\n"
                + "Ana García;ana@example.org;c1;es;ES\r\n");

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(row()).containsExactly("c1", "ana@example.org", "Ana García", "es", "ES");
  }

  @Test
  void people_are_counted_by_what_the_notice_may_depend_on() {
    add(
        """
        id,email,name,language,residence,groups
        c1,ana@example.org,Ana,es,US-CA,cards
        c2,bob@example.org,Bob,es,US-CA,
        c3,eve@example.org,Eve,es,US-CA,minors CARDS
        c4,dan@example.org,Dan,es,US-CA,cards;minors
        """);

    assertThat(recipients.summary(breach))
        .isEqualTo(
            new Summary(
                Map.of(
                    new Kind("es", "US-CA", Set.of("cards")), 1,
                    new Kind("es", "US-CA", Set.of()), 1,
                    new Kind("es", "US-CA", Set.of("cards", "minors")), 2)));
    assertThat(recipients.summary(breach).total()).isEqualTo(4);
  }

  @Test
  void a_column_of_groups_counts_as_one_more_field() {
    var report =
        add(
            """
            id,email,name,language,residence,groups
            c1,ana@example.org,Ana,es,ES
            c2,bob@example.org,Bob,en,GB,under 18!
            """);

    assertThat(report.refused())
        .containsExactly(
            new Refused(2, "it has 5 fields instead of 6, please correct it"),
            new Refused(
                3,
                "groups: an id may have 40 letters a to z, digits and hyphens; please write them like cards minors"));
  }

  @Test
  void refused_rows_are_listed_with_line_and_reason_and_the_others_are_taken() {
    var report =
        add(
            HEADER
                + "c1,ana@example.org,Ana,es,ES\n"
                + "c2,not an address,Bob,en,GB\n"
                + "\n"
                + "c3,eve@example.org,Eve,en\n"
                + "c4,dan@example.org,Dan,english,GB\n");

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.refusedRows()).isEqualTo(3);
    assertThat(report.refused()).extracting(Refused::line).containsExactly(3L, 5L, 6L);
    assertThat(report.refused())
        .extracting(refused -> refused.reason().split(":")[0])
        .containsExactly("email", "it has 4 fields instead of 5, please correct it", "language");
    assertThat(recipients.lastImport(breach)).isEqualTo(report);
  }

  @Test
  void of_many_refused_rows_the_first_hundred_are_kept_and_all_are_counted() {
    var report = add(HEADER + "c1,nobody,,,\n".repeat(250));

    assertThat(report.refusedRows()).isEqualTo(250);
    assertThat(report.refused()).hasSize(100);
    assertThat(recipients.lastImport(breach)).isEqualTo(report);
  }

  @Test
  void an_address_that_comes_twice_is_kept_once_within_a_file_and_between_files() {
    var report =
        add(
            HEADER
                + "c1,ana@example.org,Ana,es,ES\n"
                + "c2,ana@EXAMPLE.org,Ana,es,ES\n"
                + "c3,Ana@example.org,Another Ana,es,ES\n");
    assertThat(report).isEqualTo(new ImportReport(1, 2, 0, List.of(), 0, List.of()));

    var again = add(HEADER + "c1,ana@example.org,Ana,es,ES\nc4,dan@example.org,Dan,en,GB\n");
    assertThat(again).isEqualTo(new ImportReport(1, 1, 0, List.of(), 0, List.of()));
    assertThat(recipients.summary(breach).total()).isEqualTo(2);
  }

  @Test
  void an_address_is_mailed_as_it_was_written_first() {
    add(HEADER + "c1,Ana@Example.org,Ana,es,ES\n");
    add(HEADER + "c1,ana@example.org,Ana,es,ES\n");

    assertThat(row()).contains("Ana@example.org");
  }

  @Test
  void the_groups_of_all_rows_with_one_address_add_up_within_a_file_and_between_files() {
    var report =
        add(
            """
            id,email,name,language,residence,groups
            c1,ana@example.org,Ana,es,ES,minors
            c2,bob@example.org,Bob,es,ES,
            c3,Ana@example.org,Ana,es,ES,cards
            c4,ana@example.org,Ana,es,,minors
            """);
    assertThat(report).isEqualTo(new ImportReport(2, 2, 0, List.of(), 0, List.of()));
    assertThat(groups()).containsExactly("cards minors", "");

    var later =
        add(
            """
            id,email,name,language,residence,groups
            c1,ana@example.org,Ana,es,ES,
            c2,BOB@example.org,Bob,es,ES,cards
            c5,eve@example.org,Eve,es,ES,
            """);
    assertThat(later).isEqualTo(new ImportReport(1, 2, 0, List.of(), 0, List.of()));
    assertThat(groups()).containsExactly("cards minors", "cards", "");
    assertThat(recipients.digest(breach))
        .isEqualTo(
            Sha256.of(
                """
                1\tc1\tana@example.org\tAna\tes\tES\tcards minors
                2\tc2\tbob@example.org\tBob\tes\tES\tcards
                3\tc5\teve@example.org\tEve\tes\tES\t
                """));
  }

  @Test
  void the_groups_of_rows_far_apart_add_up_for_everybody() {
    var people = 20_010;
    var file = new StringBuilder("id,email,name,language,residence,groups\n");
    for (var group : List.of("cards", "minors")) {
      for (var n = 1; n <= people; n++) {
        file.append("c%1$d,person%1$d@example.org,Person,en,DE,%2$s\n".formatted(n, group));
      }
    }

    assertThat(add(file.toString()))
        .isEqualTo(new ImportReport(people, people, 0, List.of(), 0, List.of()));
    assertThat(recipients.summary(breach).byKind())
        .isEqualTo(Map.of(new Kind("en", "DE", Set.of("cards", "minors")), people));
  }

  @Test
  void groups_that_come_after_the_release_are_listed_and_the_list_stays_as_it_was_signed() {
    add(HEADER + "c1,ana@example.org,Ana,es,ES\n");
    var released = recipients.release(breach, UUID.randomUUID());

    var report =
        add(
            """
            id,email,name,language,residence,groups
            c5,eve@example.org,Eve,es,ES,
            c1,Ana@example.org,Ana,es,ES,cards
            """);

    assertThat(report)
        .isEqualTo(
            new ImportReport(
                1,
                1,
                1,
                List.of(
                    new Refused(
                        3,
                        "groups: a notice is released to this address without some of them, please have the person told of these in another way")),
                0,
                List.of()));
    assertThat(recipients.lastImport(breach)).isEqualTo(report);
    var lines = new StringBuilder();
    recipients.each(breach, released, line -> lines.append(line).append('\n'));
    assertThat(Sha256.of(lines.toString())).isEqualTo(released.digest());
  }

  @Test
  void a_row_that_says_another_residence_than_the_one_before_is_listed() {
    var report =
        add(
            HEADER
                + "c1,ana@example.org,Ana,es,ES\n"
                + "c2,nobody,,,\n"
                + "c3,Ana@example.org,Ana,es,US-CA\n");

    assertThat(report.differing()).isEqualTo(1);
    assertThat(report.differences())
        .containsExactly(
            new Refused(
                4,
                "residence: an earlier row with this address has none or another one, which holds, please have the list taken back if it is wrong"));
    assertThat(recipients.lastImport(breach)).isEqualTo(report);
    assertThat(row()).contains("ES").doesNotContain("US-CA");
    assertThat(timeline.of(breach))
        .last()
        .satisfies(
            entry ->
                assertThat(entry.detail())
                    .hasValue(
                        "1 added, 1 already there, 1 of which say something else, 1 rows refused"));
  }

  @Test
  void more_groups_than_a_person_can_have_are_listed() {
    var report =
        add(
            """
            id,email,name,language,residence,groups
            c1,ana@example.org,Ana,es,ES,a b c d e f
            c1,ana@example.org,Ana,es,ES,f g h i j
            c1,ana@example.org,Ana,es,ES,k
            """);

    assertThat(report.differences())
        .containsExactly(
            new Refused(
                4,
                "groups: all rows with this address together have more than 10, please leave some out"));
    assertThat(groups()).containsExactly("a b c d e f g h i j");
  }

  @Test
  void of_many_rows_that_differ_a_hundred_are_named_and_all_are_counted() {
    var report =
        add(
            HEADER
                + "c1,ana@example.org,Ana,es,ES\n"
                + "c1,ana@example.org,Ana,es,DE\n".repeat(150));

    assertThat(report.differing()).isEqualTo(150);
    assertThat(report.differences()).hasSize(100);
    assertThat(recipients.lastImport(breach)).isEqualTo(report);
  }

  @Test
  void an_address_that_comes_twice_far_apart_is_kept_once() {
    add(DeliveryOnly.csv(1, 3));

    var report = add(DeliveryOnly.csv(1, 100_010) + "c1,person4@example.org,Person,es,DE\n");

    assertThat(report).isEqualTo(new ImportReport(100_007, 4, 0, List.of(), 0, List.of()));
    assertThat(recipients.summary(breach).total()).isEqualTo(100_010);
    assertThat(numbers()).isEqualTo(List.of(1L, 100_010L, 100_010L));
  }

  @Test
  void of_two_rows_with_one_address_the_first_is_taken_however_far_apart_they_are() {
    add(
        HEADER
            + "first,a@example.org,First,es,ES\n"
            + DeliveryOnly.csv(1, 100_010).substring(HEADER.length())
            + "second,a@example.org,Second,es,ES\n");

    assertThat(names()).startsWith("First").hasSize(100_011).doesNotContain("Second");
  }

  @Test
  void the_same_people_in_another_order_are_the_same_list() {
    add(HEADER + "c1,ana@example.org,Ana,es,ES\nc2,bob@example.org,Bob,en,GB\n");
    var list = recipients.digest(breach);

    a_case();
    add(HEADER + "c2,bob@example.org,Bob,en,GB\nc1,ana@example.org,Ana,es,ES\n");

    assertThat(recipients.digest(breach)).isEqualTo(list);
  }

  @Test
  void what_databases_take_for_signs_of_their_own_is_a_name_like_any_other() {
    add(HEADER + "\\N,ana@example.org,\\. \\t 'x' \"\"-- ;,es,ES\n");

    assertThat(row()).containsExactly("\\N", "ana@example.org", "\\. \\t 'x' \"\"-- ;", "es", "ES");
  }

  @Test
  void the_list_has_the_hash_of_its_lines_which_who_is_added_changes() {
    add(HEADER + "c1,ana@example.org,Ana García,es,ES\nc2,bob@example.org,Bob,en,GB\n");
    var first =
        "1\tc1\tana@example.org\tAna García\tes\tES\t\n2\tc2\tbob@example.org\tBob\ten\tGB\t\n";
    assertThat(recipients.digest(breach)).isEqualTo(Sha256.of(first));

    add(HEADER + "c2,bob@example.org,Bob,en,GB\nc3,eve@example.org,Eve,,\n");
    assertThat(recipients.digest(breach))
        .isEqualTo(Sha256.of(first + "3\tc3\teve@example.org\tEve\t\t\t\n"));
  }

  @Test
  void a_list_from_before_there_were_hashes_has_one() {
    add(HEADER + "c1,ana@example.org,Ana,es,ES\n");
    var digest = recipients.digest(breach);

    db.sql("update recipient_list set digest = null where case_number = ?")
        .param(breach.value())
        .update();

    assertThat(recipients.digest(breach)).isEqualTo(digest);
  }

  @Test
  void lines_may_end_in_any_way() {
    var report =
        add(
            "id,email,name,language,residence\r"
                + "c1,ana@example.org,Ana,es,ES\r\n"
                + "c2,bob@example.org,Bob,en,GB\n"
                + "c3,eve@example.org,Eve\u0000,en,GB\r"
                + "c4,dan@example.org,Dan,en,GB");

    assertThat(report)
        .isEqualTo(
            new ImportReport(
                3,
                0,
                0,
                List.of(),
                1,
                List.of(
                    new Refused(
                        4,
                        "name: it contains a line break or control character, please take it out"))));
  }

  @Test
  void while_a_file_is_being_added_its_progress_is_told_and_another_is_refused() throws Exception {
    var file = new PipedOutputStream();
    var arriving = new PipedInputStream(file);
    var first = CompletableFuture.supplyAsync(() -> recipients.add(breach, arriving, "paula"));
    file.write((HEADER + "c1,ana@example.org,Ana,es,ES\nc2,nobody,,,\n").getBytes());
    file.flush();
    await().until(() -> recipients.progress(breach).rows() == 2);

    assertThat(recipients.progress(breach)).isEqualTo(new Progress(true, 2, 0, 0, 1));
    assertThatThrownBy(() -> add(HEADER))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("recipients: another file is being added to case " + breach);

    file.close();
    assertThat(first.get().accepted()).isEqualTo(1);
    assertThat(recipients.progress(breach)).isEqualTo(new Progress(false, 2, 1, 0, 1));
  }

  @Test
  void files_for_many_cases_leave_connections_to_the_database_for_others() throws Exception {
    var arriving =
        List.of(new PipedOutputStream(), new PipedOutputStream(), new PipedOutputStream());
    var others = new ArrayList<CompletableFuture<ImportReport>>();
    for (var file : arriving) {
      var other = incidents.open("Mailbox read", "", "cora");
      var read = new PipedInputStream(file);
      others.add(CompletableFuture.supplyAsync(() -> recipients.add(other, read, "paula")));
      await().until(() -> recipients.progress(other).importing());
    }

    assertThatThrownBy(() -> add(HEADER))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "recipients: 3 files are being added to other cases, try again when one is done");

    for (var file : arriving) {
      file.write((HEADER + "c1,ana@example.org,Ana,es,ES\n").getBytes());
      file.close();
    }
    for (var other : others) {
      assertThat(other.get().accepted()).isEqualTo(1);
    }
    assertThat(add(HEADER + "c1,ana@example.org,Ana,es,ES\n").accepted()).isEqualTo(1);
  }

  @Test
  void a_domain_in_letters_of_its_language_is_kept_in_the_form_that_mail_needs() {
    add(HEADER + "c1,ana@españa.es,Ana,es,ES\nc2,ana@xn--espaa-rta.es,Ana,es,ES\n");

    assertThat(row()).contains("ana@xn--espaa-rta.es");
    assertThat(recipients.lastImport(breach).duplicates()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "id,email,name,language",
        "id,email,name,language,residence,phone",
        "id,email,email,language,residence",
        "id,email,name,language,residence,groups,groups",
        "id,email,name,language,groups",
        "c1,ana@example.org,Ana,es,ES",
      })
  void a_file_with_another_first_line_is_refused_whole(String header) {
    assertThatThrownBy(() -> add(header + "\nc1,ana@example.org,Ana,es,ES\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "file: the first line is another; it must be CSV in UTF-8 whose first line is"
                + " id,email,name,language,residence and, where there are any, groups");
    assertNothingStored();
  }

  @Test
  void a_file_that_stops_being_utf_8_is_refused_whole() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(DeliveryOnly.csv(1, 2000).getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("c9,ana2@example.org,García,es,ES\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> add(bytes.toByteArray()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it is not UTF-8")
        .hasMessageContaining("id,email,name,language,residence");
    assertNothingStored();
  }

  @Test
  void a_spreadsheet_is_refused_whole() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write(DeliveryOnly.csv(1, 100).getBytes(StandardCharsets.UTF_8));
    }

    assertThatThrownBy(() -> add(bytes.toByteArray()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be CSV in UTF-8");
    assertNothingStored();
  }

  @Test
  void a_quotation_mark_that_nobody_closes_does_not_swallow_people_silently() {
    assertThatThrownBy(
            () -> add(HEADER + "c0,ana@example.org,\"Ana,es,ES\n" + DeliveryOnly.csv(1, 900)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("after line 1 a quotation mark is missing");
    assertNothingStored();
  }

  @Test
  void of_an_upload_that_breaks_off_nothing_is_stored() {
    var start =
        new ByteArrayInputStream(DeliveryOnly.csv(1, 3000).getBytes(StandardCharsets.UTF_8));
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            var next = start.read();
            if (next < 0) {
              throw new IOException("connection reset");
            }
            return next;
          }
        };

    assertThatThrownBy(() -> recipients.add(breach, broken, "paula"))
        .isInstanceOf(UncheckedIOException.class);
    assertNothingStored();
  }

  @Test
  void of_a_file_that_could_not_be_recorded_nothing_is_stored() {
    var tooLong = "p".repeat(1000);

    assertThatThrownBy(
            () ->
                recipients.add(
                    breach,
                    new ByteArrayInputStream(
                        DeliveryOnly.csv(1, 6000).getBytes(StandardCharsets.UTF_8)),
                    tooLong))
        .isInstanceOf(DataIntegrityViolationException.class);

    assertNothingStored();
    assertThat(numbers().get(2)).isZero();
  }

  @Test
  void people_of_a_file_that_a_dead_node_has_left_are_on_no_list_and_go() {
    add(HEADER + "c1,ana@example.org,Ana,es,ES\n");
    var before = recipients.digest(breach);
    leave("bob@example.org");

    assertThat(recipients.summary(breach).total()).isEqualTo(1);

    recipients.removeUnlisted();

    assertThat(numbers()).containsExactly(1L, 1L, 1L);
    assertThat(recipients.digest(breach)).isEqualTo(before);
  }

  @Test
  void people_of_a_file_that_a_dead_node_has_left_can_be_added_again() {
    leave("ana@example.org", "bob@example.org");

    add(HEADER + "c1,bob@example.org,Bob,,\n");

    assertThat(numbers()).containsExactly(1L, 1L, 1L);
  }

  /** As an import does that dies before its end. */
  private void leave(String... addresses) {
    var rows =
        Stream.of(addresses)
            .map(email -> new FileRow(2, RecipientRow.of("c9", email, "", "", "", "")))
            .toList();
    recipientRows.add(breach, 2, rows);
  }

  @Test
  void a_case_that_does_not_exist_is_named() {
    assertThatThrownBy(
            () ->
                recipients.add(new CaseNumber("1999-0001"), InputStream.nullInputStream(), "paula"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("1999-0001");
  }

  @Test
  void the_timeline_has_numbers_and_no_names() {
    add(HEADER + "c1,ana@example.org,Ana,es,ES\nc2,nobody,Bob,en,GB\n");

    assertThat(timeline.of(breach))
        .last()
        .satisfies(
            entry -> {
              assertThat(entry.act()).isEqualTo("recipients added");
              assertThat(entry.by()).isEqualTo("paula");
              assertThat(entry.detail()).hasValue("1 added, 0 already there, 1 rows refused");
            });
  }

  private ImportReport add(String csv) {
    return add(csv.getBytes(StandardCharsets.UTF_8));
  }

  private ImportReport add(byte[] csv) {
    return recipients.add(breach, new ByteArrayInputStream(csv), "paula");
  }

  private void assertNothingStored() {
    assertThat(recipients.summary(breach)).isEqualTo(new Summary(Map.of()));
    assertThat(recipients.lastImport(breach))
        .isEqualTo(new ImportReport(0, 0, 0, List.of(), 0, List.of()));
    assertThat(timeline.of(breach)).hasSize(1);
  }

  private List<String> names() {
    return db.sql("select name from recipient where case_number = :case order by number")
        .param("case", breach.value())
        .query(String.class)
        .list();
  }

  private List<String> groups() {
    return db.sql("select groups from recipient where case_number = :case order by number")
        .param("case", breach.value())
        .query(String.class)
        .list();
  }

  /** The first, the last, and how many. */
  private List<Long> numbers() {
    return db.sql(
            """
            select min(number), max(number), count(*) from recipient where case_number = :case
            """)
        .param("case", breach.value())
        .query((row, n) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  private List<Object> row() {
    return db.sql(
            """
            select id, coalesce(written, address), name, language, residence from recipient
            where case_number = :case
            """)
        .param("case", breach.value())
        .query(
            (row, n) ->
                List.<Object>of(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .single();
  }
}
