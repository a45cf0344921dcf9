package breachresponse.notice;

import breachresponse.incident.CaseNumber;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers and the public are told: proposed, drafted, laid down for signature, published.
 */
@Service
@Transactional
public class Notices {

  /**
   * @param documentId the signed text of it
   * @param postedAt where people can read it, once it is public
   */
  public record Notice(
      UUID id, CaseNumber caseNumber, UUID documentId, Draft draft, Optional<URI> postedAt) {}

  /** The last draft of the case, or else one made from the templates and the facts. */
  public Draft proposal(CaseNumber caseNumber) {
    throw new UnsupportedOperationException();
  }

  /**
   * Lays the draft down for signature. The document shows all of it: sender, each mail, the post.
   *
   * @throws IllegalArgumentException naming each part that is missing or can't be sent as it is
   */
  public Notice submit(CaseNumber caseNumber, Draft draft, String author) {
    throw new UnsupportedOperationException();
  }

  public Notice get(UUID noticeId) {
    throw new UnsupportedOperationException();
  }

  public List<Notice> of(CaseNumber caseNumber) {
    throw new UnsupportedOperationException();
  }

  /**
   * Puts the signed post on the public page. Done twice it is there once.
   *
   * @throws IllegalStateException if it is not signed, or the case is an exercise
   */
  public URI publish(UUID noticeId, String by) {
    throw new UnsupportedOperationException();
  }

  /** Records that the post was copied to a channel by hand, and where it can be seen there. */
  public void postedOn(UUID noticeId, String channel, String link, String by) {
    throw new UnsupportedOperationException();
  }
}
