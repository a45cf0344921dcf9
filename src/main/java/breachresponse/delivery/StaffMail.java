package breachresponse.delivery;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mail to our own people: reminders, escalations, test sends. */
@Service
public class StaffMail {

  /** Queues a mail in the caller's transaction; it leaves after the commit. */
  @Transactional
  public void post(List<String> to, String subject, String plain) {
    throw new UnsupportedOperationException();
  }

  /** Queues a notice as customers will get it, marked as a test, once for each language. */
  @Transactional
  public void postTest(List<String> to, Mailing mailing) {
    throw new UnsupportedOperationException();
  }
}
