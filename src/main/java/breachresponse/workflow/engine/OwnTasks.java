package breachresponse.workflow.engine;

import java.io.InputStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;

/**
 * Shows files and comments of a task to those who may see the task. The engine hands a single one
 * of them to whoever is signed in and knows its id, and lets them delete the file.
 */
class OwnTasks extends GivingBack {

  @Override
  public Attachment getTaskAttachment(String taskId, String attachmentId) {
    refuseUnlessSeen(taskId);
    return super.getTaskAttachment(taskId, attachmentId);
  }

  @Override
  public InputStream getTaskAttachmentContent(String taskId, String attachmentId) {
    refuseUnlessSeen(taskId);
    return super.getTaskAttachmentContent(taskId, attachmentId);
  }

  @Override
  public void deleteTaskAttachment(String taskId, String attachmentId) {
    refuseUnlessSeen(taskId);
    super.deleteTaskAttachment(taskId, attachmentId);
  }

  @Override
  public Comment getTaskComment(String taskId, String commentId) {
    refuseUnlessSeen(taskId);
    return super.getTaskComment(taskId, commentId);
  }

  private void refuseUnlessSeen(String taskId) {
    if (createTaskQuery().taskId(taskId).count() == 0) {
      throw new AuthorizationException("task: there is no such task for you");
    }
  }
}
