package breachresponse.reach;

import breachresponse.bounce.Bounces;
import breachresponse.delivery.Dispatches;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.plan.ResponsePlan;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices that too many of their recipients did not get. The law then lets the public be told in
 * their place; whether it is, legal decides.
 */
@Service
@Transactional
public class SubstituteNotices {

  /** Published once for a notice, in the transaction that records that legal is asked. */
  public record Wanted(CaseNumber caseNumber, UUID noticeId) {}

  private final JdbcClient db;
  private final Timeline timeline;
  private final ResponsePlan plan;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SubstituteNotices(
      JdbcClient db,
      Timeline timeline,
      ResponsePlan plan,
      ApplicationEventPublisher events,
      Clock clock) {
    this.db = db;
    this.timeline = timeline;
    this.plan = plan;
    this.events = events;
    this.clock = clock;
  }

  @EventListener
  void bouncesHaveCome(Bounces.Counted counted) {
    ask();
  }

  @EventListener
  void everyoneMailed(Dispatches.Finished finished) {
    ask();
  }

  /** What a policy of mail servers refused is for us to send again, and counts for nothing here. */
  private void ask() {
    db.sql(
            """
            select d.case_number, d.notice_id
            from dispatch d join delivery_batch b on b.notice_id = d.notice_id
            where not exists (
              select 1 from substitute_notice s where s.notice_id = d.notice_id)
            group by d.case_number, d.notice_id
            having sum(b.undeliverable + b.bounced - b.policy) * 100
              > cast(:threshold as numeric(9, 4)) * sum(b.total - b.left_out)
            order by d.case_number
            """)
        .param("threshold", plan.substituteThreshold())
        .query(
            (row, number) ->
                new Wanted(
                    new CaseNumber(row.getString("case_number")),
                    row.getObject("notice_id", UUID.class)))
        .list()
        .forEach(this::ask);
  }

  private void ask(Wanted wanted) {
    if (add(wanted.caseNumber(), wanted.noticeId())) {
      events.publishEvent(wanted);
    }
  }

  /**
   * Under the lock of the case: others, on any node, ask or announce at the same time.
   *
   * @return whether nobody had added it before
   */
  private boolean add(CaseNumber caseNumber, UUID noticeId) {
    timeline.lock(caseNumber);
    return db.sql(
                """
                insert into substitute_notice (notice_id, asked_at)
                select cast(:notice as uuid), cast(:now as timestamp with time zone)
                where not exists (
                  select 1 from substitute_notice where notice_id = :notice)
                """)
            .param("notice", noticeId)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  /**
   * @param days for which the page is to stay up
   */
  public void decideFor(UUID noticeId, int days) {
    db.sql("update substitute_notice set days = :days where notice_id = :notice")
        .param("days", days)
        .param("notice", noticeId)
        .update();
  }

  /**
   * From now on whom the mails of the notice do not reach is told in public. Legal, who may not
   * have been asked, is not asked any more.
   */
  public void announced(CaseNumber caseNumber, UUID noticeId, Instant at) {
    add(caseNumber, noticeId);
    db.sql("update substitute_notice set announced_at = :at where notice_id = :notice")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("notice", noticeId)
        .update();
  }

  /** When the page has been up for as long as was decided. */
  public Instant staysUpUntil(UUID noticeId) {
    return db.sql("select days, announced_at from substitute_notice where notice_id = :notice")
        .param("notice", noticeId)
        .query(
            (row, number) ->
                row.getObject("announced_at", OffsetDateTime.class)
                    .plus(Period.ofDays(row.getInt("days")))
                    .toInstant())
        .single();
  }
}
