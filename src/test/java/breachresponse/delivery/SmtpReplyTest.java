package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpReplyTest {

  @ParameterizedTest(name = "{0} answered by {1} {2}: {3}")
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          COMMAND, CODE, TEXT,                                OUTCOME
          RCPT,     550, 550 5.1.1 no such user,              Undeliverable
          RCPT,     550, 550-5.1.1 no such user,              Undeliverable
          RCPT,     550, 550 no such user,                    Undeliverable
          RCPT,     553, 553 5.1.3 bad address,               Undeliverable
          RCPT,     550, 550 5.1.10 null mx,                  Undeliverable
          RCPT,     550, 550 5.2.1 mailbox disabled,          Undeliverable
          RCPT,     552, 552 5.2.2 mailbox full,              Undeliverable
          .,        550, 550 5.1.1 no such user after all,    Undeliverable
          RCPT,     450, 450 4.2.0 greylisted,                Deferred
          RCPT,     452, 452 4.2.2 mailbox full,              Deferred
          .,        451, 451 4.3.0 try again,                 Deferred
          RCPT,     554, 554 5.7.1 relay access denied,       Refused
          RCPT,     550, 550 5.7.1 you are on a list,         Refused
          RCPT,     554, 554 no,                              Rejected
          RCPT,     530, 530 authentication required,         Rejected
          RCPT,     501, 501 5.1.7 bad sender,                Rejected
          .,        550, 550 5.7.26 not authenticated,        Refused
          MAIL,     550, 550 5.7.1 your network,              Rejected
          .,        550, 550 spam,                            Rejected
          .,        554, 554 5.6.0 content,                   Rejected
          MAIL,     550, 550 5.1.1 your address,              Rejected
          MAIL,     451, 451 4.3.0 disk full,                 Rejected
          MAIL,     421, 421 4.4.2 bye,                       Unreachable
          RCPT,     421, 421 4.7.0 too many,                  Unreachable
          DATA,      -1, [EOF],                               Unreachable
          .,         -1, [EOF],                               Unknown
          .,        354, 354 more,                            Unknown
          .,        421, 421 4.3.2 shutting down,             Unreachable
          .,        250, 250 2.0.0 queued,                    Taken
          RCPT,     553, 553 5.6.7 no SMTPUTF8,               Undeliverable
          """)
  void a_refusal_counts_against_the_recipient_only_where_it_is_about_the_recipient(
      String command, int code, String text, String outcome) {
    assertThat(new SmtpReply(code, command, text).outcome().getClass().getSimpleName())
        .isEqualTo(outcome);
  }
}
