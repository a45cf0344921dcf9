package breachresponse.incident;

import breachresponse.evidence.Timeline;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a person may see a case, which every door asks here: a case is seen by all who have a
 * role in it, or, once it is restricted, by the people named alone. What they may do in it is still
 * their role's.
 */
@Repository
@Transactional
public class CaseAccess {

  private final JdbcClient db;
  private final Timeline timeline;
  private final Clock clock;

  CaseAccess(JdbcClient db, Timeline timeline, Clock clock) {
    this.db = db;
    this.timeline = timeline;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public boolean isRestricted(CaseNumber caseNumber) {
    return !people(caseNumber).isEmpty();
  }

  @Transactional(readOnly = true)
  public boolean maySee(String person, CaseNumber caseNumber) {
    var people = people(caseNumber);
    return people.isEmpty() || people.contains(person);
  }

  /** Those of these people who may see the case. */
  @Transactional(readOnly = true)
  public Set<String> among(Collection<String> people, CaseNumber caseNumber) {
    var named = people(caseNumber);
    return people.stream()
        .filter(person -> named.isEmpty() || named.contains(person))
        .collect(Collectors.toSet());
  }

  /**
   * @return the only ones who may see the case; empty if it is not restricted
   */
  @Transactional(readOnly = true)
  public Set<String> people(CaseNumber caseNumber) {
    return new TreeSet<>(
        db.sql("select person from case_access where case_number = :case")
            .param("case", caseNumber.value())
            .query(String.class)
            .list());
  }

  /** The restricted cases that the person may see. */
  @Transactional(readOnly = true)
  public List<CaseNumber> restrictedCasesOf(String person) {
    return db
        .sql("select case_number from case_access where person = :person order by case_number")
        .param("person", person)
        .query(String.class)
        .list()
        .stream()
        .map(CaseNumber::new)
        .toList();
  }

  /** The cases that the person may not see: for lists of cases. */
  @Transactional(readOnly = true)
  public Set<CaseNumber> hiddenFrom(String person) {
    return db
        .sql(
            """
            select distinct case_number from case_access
            where case_number not in (select case_number from case_access where person = :person)
            """)
        .param("person", person)
        .query(String.class)
        .list()
        .stream()
        .map(CaseNumber::new)
        .collect(Collectors.toSet());
  }

  /** From now on these people see the case, and nobody else. The timeline says whom it changed. */
  public void restrict(CaseNumber caseNumber, Collection<String> people, String reason, String by) {
    // two who change it at the same time do so one after the other
    timeline.lock(caseNumber);
    var before = people(caseNumber);
    var in = new TreeSet<>(people);
    in.removeAll(before);
    var out = new TreeSet<>(before);
    out.removeAll(people);
    in.forEach(person -> letIn(caseNumber, person, by));
    out.forEach(person -> putOut(caseNumber, person));
    if (before.isEmpty()) {
      record(caseNumber, by, "case restricted", "only %s may see it", in, reason);
      return;
    }
    if (!in.isEmpty()) {
      record(caseNumber, by, "let in", "%s", in, reason);
    }
    if (!out.isEmpty()) {
      record(caseNumber, by, "put out", "%s", out, reason);
    }
  }

  /** From now on all who have a role in the case see it again. */
  public void open(CaseNumber caseNumber, String reason, String by) {
    timeline.lock(caseNumber);
    db.sql("delete from case_access where case_number = :case")
        .param("case", caseNumber.value())
        .update();
    timeline.record(caseNumber, by, "case opened to all who have a role in it", reason, null);
  }

  private void letIn(CaseNumber caseNumber, String person, String by) {
    db.sql(
            """
            insert into case_access (case_number, person, let_in_by, let_in_at)
            values (:case, :person, :by, :now)
            """)
        .param("case", caseNumber.value())
        .param("person", person)
        .param("by", by)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private void putOut(CaseNumber caseNumber, String person) {
    db.sql("delete from case_access where case_number = :case and person = :person")
        .param("case", caseNumber.value())
        .param("person", person)
        .update();
  }

  private void record(
      CaseNumber caseNumber,
      String by,
      String act,
      String whom,
      Collection<String> people,
      String reason) {
    timeline.record(
        caseNumber, by, act, whom.formatted(String.join(", ", people)) + ": " + reason, null);
  }
}
