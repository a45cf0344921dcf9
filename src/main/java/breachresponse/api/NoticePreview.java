package breachresponse.api;

import static breachresponse.plan.Role.CEO;
import static breachresponse.plan.Role.CIO;
import static breachresponse.plan.Role.CORE_IT;
import static breachresponse.plan.Role.LEGAL;
import static breachresponse.plan.Role.MANAGERS;
import static breachresponse.plan.Role.PR;
import static breachresponse.plan.Role.PRIVACY;
import static breachresponse.plan.Role.SENIOR_LEADERSHIP;

import breachresponse.delivery.Mailing;
import breachresponse.delivery.Sample;
import breachresponse.language.Catalogue;
import breachresponse.notice.Notices;
import breachresponse.notice.StyledPage;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A notice as each recipient will get it, for those who sign, release or watch it. */
@Hidden
@Controller
class NoticePreview {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  /** Nothing runs or is loaded; the mail's own styles are in its elements. */
  private static final String MAIL_POLICY =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

  private final Notices notices;
  private final StyledPage page = new StyledPage("preview");

  NoticePreview(Notices notices) {
    this.notices = notices;
  }

  @GetMapping("/api/notices/{noticeId}/preview")
  @AllowedTo({LEGAL, CIO, CORE_IT, PR, PRIVACY, CEO, SENIOR_LEADERSHIP, MANAGERS})
  ResponseEntity<String> preview(@PathVariable UUID noticeId) {
    var mailing = mailing(noticeId);
    var shown = new HashMap<String, Object>();
    shown.put("caseNumber", notices.get(noticeId).caseNumber().value());
    shown.put("mails", mails(mailing));
    return page.framing(ResponseEntity.ok())
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(page.with(shown));
  }

  /** The HTML of one mail, byte for byte. */
  @GetMapping("/api/notices/{noticeId}/preview/{number}")
  @AllowedTo({LEGAL, CIO, CORE_IT, PR, PRIVACY, CEO, SENIOR_LEADERSHIP, MANAGERS})
  ResponseEntity<String> mail(@PathVariable UUID noticeId, @PathVariable int number) {
    var samples = Sample.of(mailing(noticeId));
    if (number < 1 || number > samples.size()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "number: there are mails from 1 to %d".formatted(samples.size()));
    }
    return ResponseEntity.ok()
        .header("Content-Security-Policy", MAIL_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(samples.get(number - 1).mail().html());
  }

  private Mailing mailing(UUID noticeId) {
    try {
      return notices.mailing(noticeId);
    } catch (NoSuchElementException none) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, none.getMessage());
    }
  }

  private static List<Map<String, Object>> mails(Mailing mailing) {
    var mails = new ArrayList<Map<String, Object>>();
    for (var sample : Sample.of(mailing)) {
      var mail = sample.mail();
      mails.add(
          Map.of(
              "number", mails.size() + 1,
              "segment", sample.segment().name(),
              "who", sample.segment().who().inWords(),
              "language", mail.language(),
              "languageName", Catalogue.inEnglish(mail.language()),
              "from", sample.from(),
              "replyTo", mailing.replyTo(),
              "to", sample.to(),
              "subject", mail.subject(),
              "plain", mail.plain()));
    }
    return mails;
  }
}
