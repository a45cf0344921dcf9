package breachresponse.api;

import static breachresponse.plan.Role.CORE_IT;
import static breachresponse.plan.Role.INCIDENT_TEAM;
import static breachresponse.plan.Role.MANAGERS;
import static breachresponse.plan.Role.PRIVACY;

import breachresponse.bounce.BounceMailbox;
import breachresponse.bounce.Bounces;
import breachresponse.bounce.Failure;
import breachresponse.bounce.Outcome;
import breachresponse.incident.FactsRefused;
import breachresponse.incident.FactsRefused.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mails that came back, as other systems hand them over. */
@RestController
@RequestMapping("/api/bounces")
@Tag(name = "Bounces")
class BouncesApi {

  /** A mail of ours that is given up. */
  @Schema(name = "Bounce")
  record BounceJson(
      @Schema(
              description = "the Message-ID of our mail",
              example = "<9f1c2a44-6e5b-4c7e-9a53-0d7f3b1f2a10.17@example.org>")
          String messageId,
      @Schema(
              description =
                  "the address, where the Message-ID is not known; it must be in one notice alone",
              example = "maria@example.org")
          String recipient,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "RFC 3463, of a failure that is final",
              example = "5.1.1")
          String status,
      @Schema(description = "what the mail server said", example = "550 5.1.1 no such user")
          String diagnostic,
      @Schema(description = "now if left out") OffsetDateTime at) {

    private void check(String name, Instant now, List<Problem> problems) {
      if ((messageId == null) == (recipient == null)) {
        problems.add(new Problem(name + ".messageId", "please give either this or the recipient"));
      }
      if (status == null || !status.matches("[45]\\.\\d{1,3}\\.\\d{1,3}")) {
        problems.add(
            new Problem(name + ".status", "is not that of a failure, write for example 5.1.1"));
      }
      if (at != null && at.toInstant().isAfter(now)) {
        problems.add(new Problem(name + ".at", "is in the future, check the date and the offset"));
      }
    }

    private Failure failure() {
      return new Failure(
          status, diagnostic == null ? status : diagnostic, at == null ? null : at.toInstant());
    }
  }

  /** What became of it. */
  @Schema(name = "CountedBounce")
  record CountedJson(
      @Schema(
              allowableValues = {
                "bounced",
                "refused-by-policy",
                "known",
                "no-failure",
                "too-early",
                "not-ours",
                "no-notification",
                "too-large",
                "unreadable"
              })
          String outcome) {

    static CountedJson of(Outcome outcome) {
      return new CountedJson(Words.of(outcome));
    }
  }

  /** The mailbox as it was last read. */
  @Schema(name = "BounceMailbox")
  record MailboxJson(
      @Schema(description = "null if it could not be read yet") Instant readAt,
      @Schema(description = "how many mails stay in it, by the reason") Map<String, Long> left,
      @Schema(description = "why it can't be read, null if it can") String problem) {

    static MailboxJson of(BounceMailbox.Reading reading) {
      var left = new TreeMap<String, Long>();
      reading.left().forEach((outcome, mails) -> left.put(Words.of(outcome), mails));
      return new MailboxJson(reading.readAt(), left, reading.problem());
    }
  }

  private static final MailboxJson NONE =
      new MailboxJson(null, Map.of(), "no mailbox is set, see breach.bounces.host");

  private final Bounces bounces;
  private final ObjectProvider<BounceMailbox> mailbox;
  private final Clock clock;

  BouncesApi(Bounces bounces, ObjectProvider<BounceMailbox> mailbox, Clock clock) {
    this.bounces = bounces;
    this.mailbox = mailbox;
    this.clock = clock;
  }

  @PostMapping(consumes = "message/rfc822")
  @AllowedTo({CORE_IT, INCIDENT_TEAM})
  @Operation(
      summary = "Count a mail that came back, or what a mail system says came back",
      description =
          "A notification of RFC 3464 (or of qmail) as message/rfc822, or a list as JSON. A bounce counts once, however often it comes. Of a list with a mistake in it nothing is counted.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              mediaType = "message/rfc822",
              schema = @Schema(type = "string", format = "binary")))
  CountedJson count(InputStream mail) throws IOException {
    var outcome = bounces.count(mail.readAllBytes());
    bounces.haveCome();
    return CountedJson.of(outcome);
  }

  @PostMapping(consumes = "application/json")
  @AllowedTo({CORE_IT, INCIDENT_TEAM})
  @Operation(summary = "Count mails that a mail system says came back")
  List<CountedJson> count(@RequestBody List<BounceJson> told) {
    var problems = new ArrayList<Problem>();
    for (var n = 0; n < told.size(); n++) {
      var name = "bounces[%d]".formatted(n);
      if (told.get(n) == null) {
        problems.add(new Problem(name, "is null, leave it out"));
      } else {
        told.get(n).check(name, clock.instant(), problems);
      }
    }
    if (!problems.isEmpty()) {
      throw new FactsRefused(problems);
    }
    var counted = told.stream().map(this::count).map(CountedJson::of).toList();
    bounces.haveCome();
    return counted;
  }

  private Outcome count(BounceJson told) {
    return told.messageId() == null
        ? bounces.countAddress(told.recipient(), told.failure())
        : bounces.countMail(told.messageId(), told.failure());
  }

  @GetMapping
  @AllowedTo({CORE_IT, INCIDENT_TEAM, PRIVACY, MANAGERS})
  @Operation(summary = "The mailbox of bounces: when it was read, and what is left in it")
  MailboxJson mailbox() {
    return mailbox.stream().findFirst().map(it -> MailboxJson.of(it.lastReading())).orElse(NONE);
  }
}
