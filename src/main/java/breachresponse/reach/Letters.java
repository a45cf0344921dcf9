package breachresponse.reach;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.plan.ResponsePlan;
import breachresponse.print.ShownTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was told by letter, by phone or otherwise, one by one. Whoever records some holds the lock of
 * the case, so that others count none of them again.
 */
@Service
@Transactional
public class Letters {

  private static final int TOGETHER = 500;

  private final JdbcClient db;
  private final Timeline timeline;
  private final ResponsePlan plan;

  Letters(JdbcClient db, Timeline timeline, ResponsePlan plan) {
    this.db = db;
    this.timeline = timeline;
    this.plan = plan;
  }

  /**
   * Records people by their ids in the list of recipients. Who is told twice counts once.
   *
   * @param how letter, phone or otherwise
   * @return how many were recorded now
   */
  public int record(CaseNumber caseNumber, List<String> ids, String how, Instant at, String by) {
    timeline.lock(caseNumber);
    var recorded = 0;
    for (var from = 0; from < ids.size(); from += TOGETHER) {
      recorded +=
          add("r.id in (:ids)", caseNumber, how, at, by)
              .param("ids", ids.subList(from, Math.min(from + TOGETHER, ids.size())))
              .update();
    }
    record(caseNumber, recorded, how, at, by);
    return recorded;
  }

  /**
   * Records everybody whom the mails of that notice did not reach, or may not have reached, and who
   * was not sent to because it was stopped.
   */
  public int recordTheRest(
      CaseNumber caseNumber, UUID noticeId, String how, Instant at, String by) {
    timeline.lock(caseNumber);
    var recorded =
        add(
                """
                r.number in (
                  select recipient from delivery
                  where notice_id = :notice and status in ('BOUNCED', 'UNDELIVERABLE', 'UNKNOWN')
                  union all
                  select kept_back.number
                  from delivery_batch b
                  join recipient kept_back on kept_back.case_number = :case
                    and kept_back.number between b.first_recipient and b.last_recipient
                  left join delivery t
                    on t.notice_id = b.notice_id and t.recipient = kept_back.number
                  where b.notice_id = :notice and b.held > 0
                    and coalesce(t.status, 'WAITING') = 'WAITING')
                """,
                caseNumber,
                how,
                at,
                by)
            .param("notice", noticeId)
            .update();
    record(caseNumber, recorded, how, at, by);
    return recorded;
  }

  private JdbcClient.StatementSpec add(
      String who, CaseNumber caseNumber, String how, Instant at, String by) {
    return db.sql(
            """
            insert into letter (case_number, recipient, how, told_at, by_whom)
            select r.case_number, r.number, :how, cast(:at as timestamp with time zone), :by
            from recipient r
            join recipient_list m on m.case_number = r.case_number and r.number <= m.last_number
            where r.case_number = :case and %s and not exists (
              select 1 from letter l where l.case_number = :case and l.recipient = r.number)
            """
                .formatted(who))
        .param("case", caseNumber.value())
        .param("how", how)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by);
  }

  private void record(CaseNumber caseNumber, int people, String how, Instant at, String by) {
    if (people > 0) {
      timeline.record(
          caseNumber,
          by,
          "people told one by one",
          "%d by %s, %s".formatted(people, how, new ShownTime(plan.zone()).inFull(at)),
          null);
    }
  }
}
