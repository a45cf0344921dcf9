package breachresponse.notice;

import breachresponse.delivery.Mailing;
import breachresponse.notice.Draft.Mail;
import breachresponse.notice.Draft.Text;
import breachresponse.plan.ResponsePlan;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Turns the letters of a draft into the mails that are sent. */
@Component
class Letterhead {

  private final ResponsePlan plan;
  private final Template frame;

  Letterhead(ResponsePlan plan) throws IOException {
    this.plan = plan;
    frame =
        Mustache.compiler()
            .compile(
                new ClassPathResource("notices/letter.html")
                    .getContentAsString(StandardCharsets.UTF_8));
  }

  Mailing mailing(Draft draft) {
    return new Mailing(
        plan.sender().name(),
        plan.sender().address(),
        plan.contact().email(),
        draft.mails().stream().map(this::segment).toList(),
        plan.fallbackLanguage());
  }

  private Mailing.Segment segment(Mail mail) {
    return new Mailing.Segment(
        mail.to().name(),
        mail.to().who(),
        mail.texts().entrySet().stream()
            .map(letter -> mail(letter.getKey(), letter.getValue()))
            .toList());
  }

  private Mailing.Text mail(String language, Text letter) {
    return new Mailing.Text(
        language,
        letter.subject(),
        Markdown.plain(letter.body()),
        frame.execute(
            Map.of(
                "language", language,
                "subject", letter.subject(),
                "body", Markdown.html(letter.body()))));
  }
}
