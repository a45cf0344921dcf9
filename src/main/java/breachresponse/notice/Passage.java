package breachresponse.notice;

import java.util.List;

/**
 * One of the texts in which a case is told.
 *
 * @param field of the form in which it is written
 * @param name as people call it, {@code letter (English)}
 * @param language ISO 639-1
 */
public record Passage(String field, String name, String language, String text) {

  /**
   * All texts of a draft.
   *
   * @param ownLanguage in which the public is told
   */
  static List<Passage> of(Draft draft, String ownLanguage) {
    return Written.in(draft, ownLanguage).stream()
        .map(it -> new Passage(it.field(), it.name(), it.language(), it.text()))
        .toList();
  }

  /** A post by itself. */
  static List<Passage> of(Draft.Text post, String social, String language) {
    return List.of(
        new Passage("postBody", "public post", language, post.subject() + "\n\n" + post.body()),
        new Passage("social", "short text", language, social));
  }
}
