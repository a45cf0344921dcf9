package breachresponse.delivery;

/**
 * A letter as it travels (RFC 5321): the envelope, and the content. It is the same each time that
 * it is tried.
 *
 * @param id the same each time that this mail is tried, so that who gets it twice can tell
 * @param returnPath where it comes back to if it can't be delivered
 * @param content headers and body (RFC 5322), each line ended by CR and LF
 */
record Mail(String id, String returnPath, String to, byte[] content) {

  Mail {
    // Header lines and SMTP commands are made of them.
    Letter.refuseControls("id", id);
    Letter.refuseControls("return path", returnPath);
    Letter.refuseControls("recipient", to);
  }

  /** Whether the envelope needs a mail server that knows SMTPUTF8 (RFC 6531). */
  boolean isInternational() {
    return !MailAddress.isAscii(to) || !MailAddress.isAscii(returnPath);
  }
}
