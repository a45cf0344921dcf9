package breachresponse.workflow;

import breachresponse.delivery.Sample;
import breachresponse.incident.CaseNumber;
import breachresponse.language.Catalogue;
import breachresponse.notice.Draft;
import breachresponse.notice.Markdown;
import breachresponse.notice.Notices;
import breachresponse.notice.Notices.Notice;
import breachresponse.workflow.desk.CaseSheet;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a case's customers and the public are told, a text at a time, and what the checks say. */
@Component
public class CaseNotice {

  /**
   * @param name {@code Mail to everybody in English}
   * @param html safe to show; empty for a mail
   * @param address of a mail as it arrives; empty for others
   */
  public record Text(String name, String html, String address) {}

  /**
   * @param texts none before a first one was laid down for signature
   * @param checks safe HTML: what the laws still miss, and how hard each text is to read
   */
  public record Shown(List<Text> texts, String checks) {}

  private final Notices notices;
  private final NoticeSheet sheet;
  private final Catalogue catalogue;

  CaseNotice(Notices notices, NoticeSheet sheet, Catalogue catalogue) {
    this.notices = notices;
    this.sheet = sheet;
    this.catalogue = catalogue;
  }

  /** The one that was laid down last. */
  public Shown of(CaseNumber caseNumber) {
    return notices.of(caseNumber).stream()
        .reduce((earlier, later) -> later)
        .map(last -> new Shown(texts(last), Markdown.sheet(sheet.checks(last))))
        .orElseGet(
            () ->
                new Shown(
                    List.of(),
                    Markdown.sheet(
                        catalogue.of("No notice has been laid down for signature yet."))));
  }

  private List<Text> texts(Notice notice) {
    var texts = new ArrayList<>(mails(notice));
    var draft = notice.draft();
    texts.add(text("public post", draft.post()));
    texts.add(text("short text for social networks", new Draft.Text("", draft.social())));
    if (!draft.press().body().isEmpty()) {
      texts.add(text("text for the press", draft.press()));
    }
    if (!draft.script().isEmpty()) {
      texts.add(text("call-centre script", new Draft.Text("", draft.script())));
    }
    return texts;
  }

  private List<Text> mails(Notice notice) {
    var mails = new ArrayList<Text>();
    for (var sample : Sample.of(notices.mailing(notice.id()))) {
      mails.add(
          new Text(
              catalogue
                  .of(
                      sample.name().isEmpty()
                          ? "Mail to %s in %s, the name is not known"
                          : "Mail to %s in %s")
                  .formatted(sample.segment().name(), catalogue.language(sample.mail().language())),
              "",
              "/api/notices/%s/preview/%d".formatted(notice.id(), mails.size() + 1)));
    }
    return mails;
  }

  private Text text(String name, Draft.Text text) {
    var title =
        text.subject().isEmpty() ? "" : "### %s\n\n".formatted(CaseSheet.plain(text.subject()));
    return new Text(sheet.heading(name), Markdown.sheet(title + text.body()), "");
  }
}
