package breachresponse.notice;

import breachresponse.delivery.Mailing;
import breachresponse.delivery.Mailings;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands out the mails of notices that are signed, and of no others. */
@Component
class SignedMailings implements Mailings {

  private final Notices notices;

  SignedMailings(Notices notices) {
    this.notices = notices;
  }

  @Override
  public Mailing signed(UUID noticeId) {
    notices.refuseUnlessSigned(noticeId);
    return notices.mailing(noticeId);
  }
}
