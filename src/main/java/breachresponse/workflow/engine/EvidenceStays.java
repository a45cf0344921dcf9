package breachresponse.workflow.engine;

import breachresponse.incident.LegalHolds;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricTaskInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricVariableInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricVariableInstancesByProcessInstanceIdCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserOperationLogEntryCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricDecisionInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricProcessInstancesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstanceByDefinitionIdCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstanceByInstanceIdCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBatchCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBulkCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * While any case is under legal hold, nobody takes a part out of the engine's history or says when
 * it goes. The commands do not say of which case it is; whole processes do ({@link HeldHistory}).
 */
class EvidenceStays extends CommandInterceptor {

  private static final Set<Class<?>> TAKING_OUT =
      Set.of(
          DeleteAttachmentCmd.class,
          DeleteHistoricTaskInstanceCmd.class,
          DeleteHistoricVariableInstanceCmd.class,
          DeleteHistoricVariableInstancesByProcessInstanceIdCmd.class,
          DeleteProcessInstanceCommentCmd.class,
          DeleteTaskCommentCmd.class,
          DeleteUserOperationLogEntryCmd.class,
          DeleteHistoricDecisionInstanceByDefinitionIdCmd.class,
          DeleteHistoricDecisionInstanceByInstanceIdCmd.class,
          DeleteHistoricDecisionInstancesBatchCmd.class,
          DeleteHistoricDecisionInstancesBulkCmd.class,
          SetRemovalTimeToHistoricDecisionInstancesCmd.class,
          SetRemovalTimeToHistoricProcessInstancesCmd.class);

  private final LegalHolds holds;

  EvidenceStays(LegalHolds holds) {
    this.holds = holds;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (TAKING_OUT.contains(command.getClass()) && isAskedFromOutside() && holds.areThere()) {
      throw new AuthorizationException(
          "history: a case is under legal hold, nothing is taken out until that has ended");
    }
    return next.execute(command);
  }

  /** What processes of ours do for themselves asks for no rights. */
  private static boolean isAskedFromOutside() {
    var outer = Context.getCommandContext();
    return outer == null || outer.isAuthorizationCheckEnabled();
  }
}
