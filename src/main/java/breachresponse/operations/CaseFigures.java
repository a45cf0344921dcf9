package breachresponse.operations;

import static java.util.stream.Collectors.toMap;

import breachresponse.incident.Incident;
import breachresponse.obligation.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How cases stand with the law. Exercises are left out: nobody is to be woken at night because a
 * rehearsal lets a deadline pass, and each sum over what is left is one of real cases. So are
 * restricted cases: whoever watches the figures is not let into them, and those who are get mail.
 */
@Repository
class CaseFigures implements Measured {

  private static final String UNASSESSED = "unassessed";

  private final JdbcClient db;
  private final Clock clock;

  CaseFigures(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  public List<Figure> figures() {
    return Stream.concat(Stream.of(openCases()), deadlines().stream()).toList();
  }

  private Figure openCases() {
    var levels =
        Stream.concat(
                IntStream.rangeClosed(0, Incident.MOST_SEVERE).mapToObj(String::valueOf),
                Stream.of(UNASSESSED))
            .collect(toMap(Function.identity(), level -> 0.0, Double::sum, TreeMap::new));
    db.sql(
            """
            select criticality, count(*) as cases from incident
            where not exercise and status in ('REPORTED', 'RESPONDING')
              and case_number not in (select case_number from case_access)
            group by criticality
            """)
        .query((RowCallbackHandler) row -> levels.put(levelIn(row), row.getDouble("cases")));
    return Figure.by("criticality", "breach_cases_open", "Open cases by criticality", levels);
  }

  private static String levelIn(ResultSet row) throws SQLException {
    var level = row.getString("criticality");
    return level == null ? UNASSESSED : level;
  }

  private List<Figure> deadlines() {
    var now = OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
    return db.sql(
            """
            select
              count(case when due < :now then 1 end) as overdue,
              count(case when due between :now and :day then 1 end) as within24,
              count(case when due between :now and :threeDays then 1 end) as within72,
              count(case when started is null and verdict = 'TRIGGERED' then 1 end) as triggered,
              count(case when started is null and verdict = 'UNDECIDED' then 1 end) as undecided,
              count(case when started is null and verdict = 'NOT_TRIGGERED' then 1 end)
                as not_triggered
            from obligation join incident on incident.case_number = obligation.case_number
            where not incident.exercise and obligation.status in ('OPEN', 'NO_LONGER_TRIGGERED')
              and obligation.case_number not in (select case_number from case_access)
            """)
        .param("now", now)
        .param("day", now.plus(Duration.ofHours(24)))
        .param("threeDays", now.plus(Duration.ofHours(72)))
        .query(CaseFigures::deadlinesIn)
        .single();
  }

  private static List<Figure> deadlinesIn(ResultSet row, int number) throws SQLException {
    return List.of(
        Figure.of(
            "breach_deadlines_overdue",
            "Open duties whose deadline by law has passed",
            row.getDouble("overdue")),
        Figure.by(
            "within",
            "breach_deadlines_due",
            "Open duties whose deadline by law is near; 72h has those of 24h in it",
            Map.of("24h", row.getDouble("within24"), "72h", row.getDouble("within72"))),
        Figure.by(
            "verdict",
            "breach_clocks_not_started",
            "Open duties whose clock waits for what starts it, by what the legal tables say",
            Map.of(
                word(Verdict.TRIGGERED), row.getDouble("triggered"),
                word(Verdict.UNDECIDED), row.getDouble("undecided"),
                word(Verdict.NOT_TRIGGERED), row.getDouble("not_triggered"))));
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
