package breachresponse.notice;

import breachresponse.channel.Limit;
import breachresponse.notice.Draft.Mail;
import breachresponse.notice.Draft.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a draft must be like before anybody can sign it. */
final class DraftRules {

  private static final int LONGEST_SUBJECT = 150;
  private static final int LONGEST_BODY = 20_000;

  // also what turns the direction of reading: signatories would see another text than a program
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");

  /** As much as a message needs to find them by, and nothing that is markup in a message. */
  private static final Pattern BRACES = Pattern.compile("\\{\\{[^}<&]{0,60}(\\}\\})?|\\}\\}");

  private static final Pattern LINE_BREAK = Pattern.compile("[\\n\\t]");

  private final List<String> problems = new ArrayList<>();

  private DraftRules() {}

  /**
   * @throws IllegalArgumentException naming each part that is missing or can't be sent as it is
   */
  static void check(Draft draft, String fallbackLanguage) {
    var rules = new DraftRules();
    for (var mail = 0; mail < draft.mails().size(); mail++) {
      rules.mail(letter(mail), draft.mails().get(mail), fallbackLanguage);
    }
    rules.post(draft.post(), draft.social());
    rules.press(draft.press());
    rules.script(draft.script());
    rules.refuse();
  }

  /**
   * @throws IllegalArgumentException naming each part that is missing or can't be published
   */
  static void checkPost(Text post, String social) {
    var rules = new DraftRules();
    rules.post(post, social);
    rules.refuse();
  }

  private void refuse() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  private void post(Text post, String social) {
    line("postTitle", post.subject(), "");
    markdown("postBody", post.body(), "");
    social(social);
  }

  private void press(Text press) {
    if (!press.equals(Text.NONE)) {
      line("pressTitle", press.subject(), "");
      markdown("pressBody", press.body(), "");
    }
  }

  private void script(String script) {
    if (!script.isEmpty()) {
      markdown("script", script, "");
    }
  }

  /**
   * @param fields how the names of its fields begin: {@code letter}, {@code letter2}
   */
  private void mail(String fields, Mail mail, String fallbackLanguage) {
    if (!mail.texts().containsKey(fallbackLanguage)) {
      refuse(
          field(fields, fallbackLanguage, "Body"),
          "please write it, people without a text of their own language get this one");
    }
    mail.texts().forEach((language, letter) -> letter(fields, language, letter));
  }

  private void letter(String fields, String language, Text letter) {
    if (!language.matches("[a-z]{2}")) {
      refuse("letters", "a language is two small letters, please write for example en");
      return;
    }
    line(field(fields, language, "Subject"), letter.subject(), "{{name}}");
    markdown(field(fields, language, "Body"), letter.body(), "{{name}}");
  }

  private void line(String field, String text, String placeholder) {
    if (LINE_BREAK.matcher(text).find()) {
      refuse(field, "please write it on one line");
    }
    text(field, text, LONGEST_SUBJECT);
    placeholders(field, text, placeholder);
  }

  private void markdown(String field, String markdown, String placeholder) {
    text(field, markdown, LONGEST_BODY);
    placeholders(field, Markdown.plain(markdown), placeholder);
    Markdown.faults(markdown).forEach(fault -> refuse(field, fault));
  }

  private void social(String social) {
    text("social", social, LONGEST_BODY);
    placeholders("social", social, "");
    if (!Limit.X.fits(social)) {
      refuse(
          "social", "it is too long for X, please cut it to 280 characters; an address counts 23");
    }
  }

  private void text(String field, String text, int longest) {
    if (text.isBlank()) {
      refuse(field, "please write it, it is still empty");
    }
    if (INVISIBLE.matcher(text).find()) {
      refuse(field, "it has invisible characters, please delete them or type it anew");
    }
    if (text.codePointCount(0, text.length()) > longest) {
      refuse(field, "it is too long, please cut it to %d characters".formatted(longest));
    }
  }

  private void placeholders(String field, String text, String allowed) {
    var rest = allowed.isEmpty() ? text : text.replace(allowed, "");
    var left = BRACES.matcher(rest);
    if (left.find()) {
      refuse(
          field,
          "something stands in double braces, please replace or delete it: %s"
                  .formatted(left.group())
              + (allowed.isEmpty() ? "" : "; only %s may stay".formatted(allowed)));
    }
  }

  private void refuse(String field, String problem) {
    problems.add(field + ": " + problem);
  }

  /** How the names of the fields of a mail begin: {@code letter}, {@code letter2}. */
  static String letter(int mail) {
    return "letter" + (mail == 0 ? "" : mail + 1);
  }

  static String field(String fields, String language, String part) {
    return fields + Character.toUpperCase(language.charAt(0)) + language.substring(1) + part;
  }
}
