package breachresponse.notice;

import breachresponse.delivery.Mailing;
import breachresponse.notice.Draft.Text;
import breachresponse.plan.ResponsePlan;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
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
    var texts = new TreeMap<String, Mailing.Text>();
    draft.letters().forEach((language, letter) -> texts.put(language, mail(language, letter)));
    return new Mailing(
        plan.sender().name(),
        plan.sender().address(),
        plan.contact().email(),
        texts,
        plan.fallbackLanguage());
  }

  private Mailing.Text mail(String language, Text letter) {
    return new Mailing.Text(
        letter.subject(),
        Markdown.plain(letter.body()),
        frame.execute(
            Map.of(
                "language", language,
                "subject", letter.subject(),
                "body", Markdown.html(letter.body()))));
  }
}
