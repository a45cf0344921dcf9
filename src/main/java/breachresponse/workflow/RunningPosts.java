package breachresponse.workflow;

import breachresponse.incident.CaseNumber;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Keeps the running {@code post-on-channel} processes in step with the facts. */
@Component
class RunningPosts {

  private final RuntimeService runtime;
  private final ManagementService jobs;
  private final PostOnChannel posting;

  RunningPosts(RuntimeService runtime, ManagementService jobs, PostOnChannel posting) {
    this.runtime = runtime;
    this.jobs = jobs;
    this.posting = posting;
  }

  /** What waits to be tried again waits for the end of a hold as well, as soon as there is one. */
  void follow(CaseNumber caseNumber) {
    runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("post-on-channel")
        .processInstanceBusinessKey(caseNumber.value())
        .unlimitedList()
        .forEach(
            post ->
                jobs.createJobQuery()
                    .processInstanceId(post.getId())
                    .activityId("timeToTryAgain")
                    .timers()
                    .unlimitedList()
                    .forEach(this::wait));
  }

  private void wait(Job timer) {
    var post = timer.getProcessInstanceId();
    var due =
        posting.tryAgainAt(
            (String) runtime.getVariable(post, "postId"),
            (String) runtime.getVariable(post, "channelId"));
    if (!due.equals(timer.getDuedate())) {
      jobs.setJobDuedate(timer.getId(), due, false);
    }
  }
}
