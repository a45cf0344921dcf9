package breachresponse.workflow.engine;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Marks all that the engine keeps of a restricted case with the case's number, in the column that
 * it has for tenants, and takes the mark away again. The engine sets the column when it makes a
 * process and knows no way to change it; what the process makes afterwards inherits it.
 */
@Component
public class CaseLabels {

  private static final List<String> BY_INSTANCE =
      List.of(
          "act_ru_variable",
          "act_ru_event_subscr",
          "act_ru_ext_task",
          "act_ru_incident",
          "act_hi_procinst",
          "act_hi_actinst",
          "act_hi_taskinst",
          "act_hi_varinst",
          "act_hi_detail",
          "act_hi_comment",
          "act_hi_attachment",
          "act_hi_incident",
          "act_hi_op_log",
          "act_hi_ext_task_log",
          "act_hi_decinst");

  /** Whoever has read a row before may not write it back as it was. */
  private static final List<String> WITH_REVISION = List.of("act_ru_execution", "act_ru_task");

  private static final List<String> OF_JOBS = List.of("act_ru_job", "act_hi_job_log");
  private static final List<String> OF_TASKS =
      List.of("act_ru_identitylink", "act_hi_identitylink");
  private static final List<String> OF_DECISIONS = List.of("act_hi_dec_in", "act_hi_dec_out");

  private static final String INSTANCES =
      "select proc_inst_id_ from act_hi_procinst where business_key_ = :case";

  private final CaseAccess access;
  private final Timeline timeline;
  private final JdbcClient db;

  CaseLabels(CaseAccess access, Timeline timeline, JdbcClient db) {
    this.access = access;
    this.timeline = timeline;
    this.db = db;
  }

  /** No bean of its own: the starter takes one handler of history at most for itself. */
  HistoryEventHandler asHandler() {
    return new NewProcesses();
  }

  /** Follows who may see the case, once all that the transaction does is written. */
  public void follow(CaseNumber caseNumber) {
    var mark = new Mark(caseNumber);
    if (!TransactionSynchronizationManager.getSynchronizations().contains(mark)) {
      TransactionSynchronizationManager.registerSynchronization(mark);
    }
  }

  private void mark(CaseNumber caseNumber) {
    var label = access.isRestricted(caseNumber) ? caseNumber.value() : null;
    Stream.of(
            // first what others would write back: they are stopped by it
            updates(WITH_REVISION, ", rev_ = rev_ + 1", "proc_inst_id_ in (%s)"),
            updates(BY_INSTANCE, "", "proc_inst_id_ in (%s)"),
            updates(OF_JOBS, "", "process_instance_id_ in (%s)"),
            updates(
                OF_TASKS,
                "",
                "task_id_ in (select id_ from act_hi_taskinst where proc_inst_id_ in (%s))"),
            updates(
                OF_DECISIONS,
                "",
                "dec_inst_id_ in (select id_ from act_hi_decinst where proc_inst_id_ in (%s))"))
        .flatMap(updates -> updates)
        .forEach(
            update ->
                db.sql(update).param("label", label).param("case", caseNumber.value()).update());
  }

  private static Stream<String> updates(List<String> tables, String besides, String ofTheCase) {
    return tables.stream()
        .map(
            table ->
                "update %s set tenant_id_ = :label%s where tenant_id_ is distinct from cast(:label as varchar(64)) and %s"
                    .formatted(table, besides, ofTheCase.formatted(INSTANCES)));
  }

  /** What the engine has still to write would be missed before. */
  private class Mark implements TransactionSynchronization {

    private final CaseNumber caseNumber;

    Mark(CaseNumber caseNumber) {
      this.caseNumber = caseNumber;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      mark(caseNumber);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Mark mark && mark.caseNumber.equals(caseNumber);
    }

    @Override
    public int hashCode() {
      return caseNumber.hashCode();
    }
  }

  /**
   * A process learns of which case it is when it starts, or from its first form. One that another
   * calls has the mark already.
   */
  private class NewProcesses implements HistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
      if (event instanceof HistoricProcessInstanceEventEntity process
          && CaseNumber.isOne(process.getBusinessKey())
          && process.getTenantId() == null
          && !event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
        followIfRestricted(new CaseNumber(process.getBusinessKey()));
      }
    }

    private void followIfRestricted(CaseNumber caseNumber) {
      // who restricts it now waits until this process is written, and marks it too
      timeline.lock(caseNumber);
      if (access.isRestricted(caseNumber)) {
        follow(caseNumber);
      }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
      events.forEach(this::handleEvent);
    }
  }
}
