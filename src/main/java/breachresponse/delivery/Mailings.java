package breachresponse.delivery;

import java.util.UUID;

/** The signed texts, as the queue asks for them when it sends. */
public interface Mailings {

  /**
   * @return exactly what was signed
   * @throws IllegalStateException if a signature is missing, or the content is not what was signed
   */
  Mailing signed(UUID noticeId);
}
