package breachresponse.workflow.cockpit;

import breachresponse.incident.CaseNumber;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;

/** What a plugin answers of the case that a process instance belongs to. */
abstract class CaseResource extends GuardedResource {

  private final String processInstanceId;

  CaseResource(String engineName, String processInstanceId) {
    super(engineName);
    this.processInstanceId = processInstanceId;
  }

  /**
   * The engine finds nobody what they may not read.
   *
   * @return empty if the process is of no case
   */
  Optional<CaseNumber> caseNumber() {
    refuseWhoMayNotSeeCases();
    var found =
        getProcessEngine()
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(processInstanceId)
            .singleResult();
    if (found == null) {
      throw new NotFoundException();
    }
    return Optional.ofNullable(found.getBusinessKey())
        .filter(CaseNumber::isOne)
        .map(CaseNumber::new);
  }
}
