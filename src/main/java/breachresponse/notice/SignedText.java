package breachresponse.notice;

import breachresponse.delivery.Mailing;
import breachresponse.evidence.Sha256;
import breachresponse.language.Catalogue;
import breachresponse.notice.Draft.Mail;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text that is signed for a notice: each character of each text, shown as Markdown, and the
 * hashes of the mails that were made of it.
 */
final class SignedText {

  private final StringBuilder text = new StringBuilder();

  private SignedText() {}

  static String of(Draft draft, Mailing mailing) {
    return new SignedText().written(draft, mailing);
  }

  /** The text of what is published without a mail. */
  static String of(Draft.Text post, String social, Optional<String> whatChanged) {
    return new SignedText().written(post, social, whatChanged);
  }

  private String written(Draft.Text post, String social, Optional<String> whatChanged) {
    whatChanged.ifPresent(changed -> line("What has changed", changed));
    post(post, social);
    return text.toString();
  }

  private String written(Draft draft, Mailing mailing) {
    line("From", mailing.fromName() + " <" + mailing.from() + ">");
    line("Replies go to", mailing.replyTo());
    line(
        "For people without a text in their language",
        Catalogue.inEnglish(mailing.fallbackLanguage()));
    var apart = areApart(mailing.segments());
    if (apart) {
      segments(mailing.segments());
    }
    for (var number = 0; number < draft.mails().size(); number++) {
      mail(draft.mails().get(number), mailing.segments().get(number), apart);
    }
    post(draft.post(), draft.social());
    if (!draft.press().equals(Draft.Text.NONE)) {
      text("Text for the press", "Headline", draft.press());
    }
    if (!draft.script().isEmpty()) {
      heading("Questions and answers for calls");
      quote(draft.script());
    }
    return text.toString();
  }

  /** Whether not everybody gets the same. */
  private static boolean areApart(List<Mailing.Segment> segments) {
    return segments.size() > 1
        || !segments.stream().allMatch(segment -> segment.who().meansEverybody());
  }

  private void segments(List<Mailing.Segment> segments) {
    heading("Who gets which mail");
    text.append("Everybody gets one: the first that is for them.\n\n");
    for (var segment : segments) {
      text.append(
          "1. **%s:** %s\n"
              .formatted(
                  Markdown.escaped(segment.name()), Markdown.escaped(segment.who().inWords())));
    }
    text.append("\n");
  }

  private void mail(Mail mail, Mailing.Segment segment, boolean apart) {
    var to = apart ? " to " + Markdown.escaped(segment.name()) : "";
    mail.texts()
        .forEach(
            (language, letter) -> {
              text("Mail%s in %s".formatted(to, Catalogue.inEnglish(language)), "Subject", letter);
              var sent = segment.in(language).orElseThrow();
              line("SHA-256 of the mail as plain text", Sha256.of(sent.plain()));
              line("SHA-256 of the mail as HTML", Sha256.of(sent.html()));
            });
  }

  private void post(Draft.Text post, String social) {
    text("Public post", "Title", post);
    heading("Short text for social networks");
    quote(Markdown.escaped(social).replace("\n", "\\\n"));
  }

  private void text(String title, String label, Draft.Text part) {
    heading(title);
    line(label, part.subject());
    quote(part.body());
  }

  private void heading(String title) {
    text.append("# ").append(title).append("\n\n");
  }

  private void line(String label, String value) {
    text.append("**").append(label).append(":** ").append(Markdown.escaped(value)).append("\n\n");
  }

  /** Nothing inside a quotation can pass for a part of the document around it. */
  private void quote(String markdown) {
    text.append(markdown.lines().map(line -> "> " + line).collect(Collectors.joining("\n")))
        .append("\n\n");
  }
}
