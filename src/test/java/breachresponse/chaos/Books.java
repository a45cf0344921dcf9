package breachresponse.chaos;

import breachresponse.delivery.DeliveryOnly;
import breachresponse.evidence.Checkpoints;
import breachresponse.incident.CaseNumber;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says of cases that are closed, once the application is stopped. */
final class Books implements AutoCloseable {

  /** How often the law is looked at again depends on how often the application is started. */
  private static final String LOOKS_AT_THE_LAW =
      "'newFindings', 'findingsRecorded', 'assessCriticalityAgain', 'determineObligationsAgain',"
          + " 'hasAnythingChanged', 'nothingChanged'";

  private static final Map<String, String> ROWS_OF_A_CASE =
      Map.of(
          "signatory", "document_id in (select id from document where case_number = :case)",
          "signature", "document_id in (select id from document where case_number = :case)",
          "filing", "obligation_id in (select id from obligation where case_number = :case)",
          "delivery", "notice_id in (select id from notice where case_number = :case)",
          "delivery_batch", "notice_id in (select id from notice where case_number = :case)",
          "posting", "post_id in (select id from notice where case_number = :case)",
          "channel_post", "post_id in (select id from notice where case_number = :case)");

  /** Where no constraint holds rows together. */
  private static final Map<String, String> ORPHANS =
      Map.of(
          "delivery", "not exists (select 1 from dispatch d where d.notice_id = t.notice_id)",
          "dispatch", "not exists (select 1 from notice n where n.id = t.notice_id)",
          "released_list", "not exists (select 1 from notice n where n.id = t.notice_id)",
          "recipient",
              "not exists (select 1 from recipient_list l where l.case_number = t.case_number)",
          "channel_post",
              "not exists (select 1 from publication p where p.id = t.post_id)"
                  + " and not exists (select 1 from notice n where n.id = t.post_id)",
          "posting",
              "not exists (select 1 from publication p where p.id = t.post_id)"
                  + " and not exists (select 1 from notice n where n.id = t.post_id)",
          "signature",
              "not exists (select 1 from document d where d.id = t.document_id"
                  + " and d.sha256 = t.sha256)",
          "document", "not exists (select 1 from signatory s where s.document_id = t.id)");

  private final ConfigurableApplicationContext context;
  private final JdbcClient db;

  private Books(ConfigurableApplicationContext context) {
    this.context = context;
    this.db = context.getBean(JdbcClient.class);
  }

  static Books open(Path folder, Database database) {
    var arguments =
        Stream.concat(
            database.settings().stream(),
            Stream.of("--breach.data-dir=" + folder, "--breach.delivery.enabled=false"));
    return new Books(
        new SpringApplicationBuilder(DeliveryOnly.class)
            .web(WebApplicationType.NONE)
            .run(arguments.toArray(String[]::new)));
  }

  /** How often everything happened in the case, and how many rows it has of everything. */
  private Map<String, Long> footprint(String caseNumber) {
    var footprint = new TreeMap<String, Long>();
    count(
        footprint,
        caseNumber,
        """
        select 'timeline: ' || act as what, count(*) as times from timeline
        where case_number = :case group by act
        """);
    count(
        footprint,
        caseNumber,
        """
        select 'diagram: ' || a.act_id_ as what, count(*) as times
        from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
        where p.business_key_ = :case and a.end_time_ is not null
          and a.act_id_ not in (%s)
        group by a.act_id_
        """
            .formatted(LOOKS_AT_THE_LAW));
    count(
        footprint,
        caseNumber,
        """
        select 'duties: ' || status as what, count(*) as times from obligation
        where case_number = :case group by status
        """);
    tablesOfCases()
        .forEach(table -> count(footprint, caseNumber, rows(table, "case_number = :case")));
    ROWS_OF_A_CASE.forEach((table, of) -> count(footprint, caseNumber, rows(table, of)));
    return footprint;
  }

  private static String rows(String table, String condition) {
    return "select 'table: %1$s' as what, count(*) as times from %1$s where %2$s"
        .formatted(table, condition);
  }

  private List<String> tablesOfCases() {
    return db.sql(
            """
            select distinct lower(table_name) from information_schema.columns
            where lower(column_name) = 'case_number' and lower(table_schema) = 'public'
            """)
        .query(String.class)
        .list();
  }

  private void count(Map<String, Long> footprint, String caseNumber, String sql) {
    db.sql(sql)
        .param("case", caseNumber)
        .query(
            row -> {
              footprint.put(row.getString("what"), row.getLong("times"));
            });
  }

  /** Each act, step and row that one case has more or less often than another. */
  List<String> differences(String expected, String found) {
    var wanted = footprint(expected);
    var there = footprint(found);
    return Stream.concat(wanted.keySet().stream(), there.keySet().stream())
        .distinct()
        .filter(thing -> !wanted.getOrDefault(thing, 0L).equals(there.getOrDefault(thing, 0L)))
        .map(
            thing ->
                "%s: %s: %d times, not %d"
                    .formatted(
                        found,
                        thing,
                        there.getOrDefault(thing, 0L),
                        wanted.getOrDefault(thing, 0L)))
        .toList();
  }

  /** What is not as it has to be, whatever happened. */
  List<String> problems(String caseNumber) {
    var problems = new ArrayList<String>();
    context
        .getBean(Checkpoints.class)
        .problem(new CaseNumber(caseNumber))
        .ifPresent(problem -> problems.add("timeline of %s: %s".formatted(caseNumber, problem)));
    problems.addAll(
        words(
            """
            select p.proc_def_key_ || ' of ' || p.business_key_ || ' is open'
            from act_hi_procinst p
            where p.business_key_ = :case and p.end_time_ is null
              and p.proc_def_key_ <> 'erase-recipients'
            """,
            caseNumber));
    problems.addAll(
        words(
            """
            select 'recipient ' || d.recipient || ' of ' || n.case_number || ' is ' || d.status
            from delivery d join notice n on n.id = d.notice_id
            where n.case_number = :case and d.status <> 'SENT'
            """,
            caseNumber));
    return problems;
  }

  private List<String> words(String sql, String caseNumber) {
    return db.sql(sql).param("case", caseNumber).query(String.class).list();
  }

  /** Rows that belong to nothing, and jobs that were given up or forgotten. */
  List<String> leftovers() {
    var leftovers = new ArrayList<String>();
    ORPHANS.forEach(
        (table, condition) -> {
          var rows =
              db.sql("select count(*) from %s t where %s".formatted(table, condition))
                  .query(Long.class)
                  .single();
          if (rows > 0) {
            leftovers.add("%d rows of %s belong to nothing".formatted(rows, table));
          }
        });
    leftovers.addAll(
        db.sql(
                """
                select 'job: ' || handler_type_ || ' ' || coalesce(handler_cfg_, '')
                from act_ru_job
                where retries_ <= 0 or duedate_ < :lately
                """)
            .param("lately", Timestamp.from(Instant.now().minusSeconds(60)))
            .query(String.class)
            .list());
    return leftovers;
  }

  /** The ids of all letters to staff. */
  List<String> staffMail() {
    return db.sql("select cast(id as varchar(36)) from staff_mail").query(String.class).list();
  }

  @Override
  public void close() {
    context.close();
  }
}
