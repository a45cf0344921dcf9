package breachresponse.notice;

import breachresponse.delivery.Mailing;
import breachresponse.evidence.Sha256;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text that is signed for a notice: each character of each mail and post, shown as Markdown,
 * and the hashes of the mails that were made of it.
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
    line("For people without a text in their language", inEnglish(mailing.fallbackLanguage()));
    draft.letters().forEach((language, letter) -> letter(language, letter, mailing));
    post(draft.post(), draft.social());
    return text.toString();
  }

  private void post(Draft.Text post, String social) {
    text.append("# Public post\n\n");
    line("Title", post.subject());
    quote(post.body());
    text.append("# Short text for social networks\n\n");
    quote(Markdown.escaped(social).replace("\n", "\\\n"));
  }

  private void letter(String language, Draft.Text letter, Mailing mailing) {
    text.append("# Mail in ").append(inEnglish(language)).append("\n\n");
    line("Subject", letter.subject());
    quote(letter.body());
    var mail = mailing.texts().get(language);
    line("SHA-256 of the mail as plain text", Sha256.of(mail.plain()));
    line("SHA-256 of the mail as HTML", Sha256.of(mail.html()));
  }

  private static String inEnglish(String language) {
    return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
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
