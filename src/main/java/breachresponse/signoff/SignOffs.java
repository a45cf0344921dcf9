package breachresponse.signoff;

import breachresponse.incident.CaseNumber;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the texts that need signatures, and who signed which. */
@Service
@Transactional
public class SignOffs {

  /** Lays a text down for signature: from now on it can't be changed, only replaced. */
  public Document submit(
      CaseNumber caseNumber, Document.Kind kind, String title, String content, String author) {
    throw new UnsupportedOperationException();
  }

  public Document get(UUID documentId) {
    throw new UnsupportedOperationException();
  }

  /** All documents of a case, the first first. */
  public List<Document> of(CaseNumber caseNumber) {
    throw new UnsupportedOperationException();
  }

  /**
   * Asks the decision table who must sign, by the document's kind and the case's criticality, and
   * writes it down with the document.
   *
   * @return the groups, {@code legal}, {@code ceo}
   */
  public List<String> determineSignatories(UUID documentId) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws IllegalArgumentException if the person wrote the document, has signed it for another
   *     role already, or refuses without a comment
   */
  public void answer(UUID documentId, String role, String person, boolean signed, String comment) {
    throw new UnsupportedOperationException();
  }

  public List<Signature> signatures(UUID documentId) {
    throw new UnsupportedOperationException();
  }

  /**
   * @return true once everybody who must sign has signed, and nobody refused
   */
  public boolean isSigned(UUID documentId) {
    throw new UnsupportedOperationException();
  }

  /**
   * @return the comments on the newest document of this kind and title that was refused, for its
   *     author
   */
  public Optional<String> objections(CaseNumber caseNumber, Document.Kind kind, String title) {
    throw new UnsupportedOperationException();
  }
}
