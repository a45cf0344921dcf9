package breachresponse.notice;

import breachresponse.language.Catalogue;
import breachresponse.notice.Draft.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * One text of a draft, by the name that staff knows it by: {@code mail to card holders in English}.
 *
 * @param field of the form in which it is written
 */
record Written(String field, String name, String language, String subject, String body) {

  /** All that a draft has, in their order. */
  static List<Written> in(Draft draft, String ownLanguage) {
    var all = new ArrayList<Written>();
    for (var n = 0; n < draft.mails().size(); n++) {
      var fields = DraftRules.letter(n);
      var mail = draft.mails().get(n);
      mail.texts()
          .forEach(
              (language, letter) ->
                  all.add(
                      written(
                          DraftRules.field(fields, language, "Body"),
                          nameOf(mail.to(), language),
                          language,
                          letter)));
    }
    all.add(written("postBody", "public post", ownLanguage, draft.post()));
    all.add(
        new Written("social", "short text for social networks", ownLanguage, "", draft.social()));
    if (!draft.press().equals(Text.NONE)) {
      all.add(written("pressBody", "text for the press", ownLanguage, draft.press()));
    }
    if (!draft.script().isEmpty()) {
      all.add(new Written("script", "call-centre script", ownLanguage, "", draft.script()));
    }
    return all;
  }

  private static Written written(String field, String name, String language, Text text) {
    return new Written(field, name, language, text.subject(), text.body());
  }

  private static String nameOf(Segment to, String language) {
    return "mail%s in %s"
        .formatted(
            to.equals(Segment.EVERYBODY) ? "" : " to " + to.name(), Catalogue.inEnglish(language));
  }

  /** Subject and body. */
  String text() {
    return subject.isEmpty() ? body : subject + "\n\n" + body;
  }
}
