package breachresponse.delivery;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.ConcurrentLruCache;

/**
 * A row of a file of recipients, as it is stored: the address in the one form in which it is
 * mailed, codes in their usual case. Refused values are never repeated in the message: they are
 * personal data.
 *
 * @param name empty if not known
 * @param language ISO 639-1, empty if not known
 * @param residence ISO 3166-1 or -2, empty if not known
 * @param groups as {@link Groups} stores them, empty if there are none
 */
record RecipientRow(
    String id, String email, String name, String language, String residence, String groups) {

  private static final Pattern RESIDENCE = Pattern.compile("([A-Z]{2})(-[A-Z0-9]{1,3})?");
  // What few residences and combinations of groups there are is not worked out a million times.
  private static final ConcurrentLruCache<String, String> RESIDENCES =
      new ConcurrentLruCache<>(1000, RecipientRow::residence);
  private static final ConcurrentLruCache<String, String> GROUPS =
      new ConcurrentLruCache<>(1000, Groups::of);
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /**
   * @throws IllegalArgumentException with the field and what is wrong with it
   */
  static RecipientRow of(
      String id, String email, String name, String language, String residence, String groups) {
    return new RecipientRow(
        text("id", id, 1, 100),
        MailAddress.of("email", email),
        text("name", name, 0, 200),
        language(language.strip().toLowerCase(Locale.ROOT)),
        RESIDENCES.get(residence),
        GROUPS.get(groups));
  }

  /** As one line of the list, whose SHA-256 is signed. */
  String line(long number) {
    return number + "\t" + line();
  }

  /** No field can have a tab or a line break. */
  String line() {
    return String.join("\t", id, email, name, language, residence, groups);
  }

  RecipientRow withGroups(String others) {
    return new RecipientRow(id, email, name, language, residence, others);
  }

  /** What {@link #line()} has written. */
  static RecipientRow ofLine(String line) {
    var fields = line.split("\t", -1);
    return new RecipientRow(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
  }

  private static String text(String field, String value, int min, int max) {
    var text = value.strip();
    require(text.length() >= min, field, "it is empty, please fill it in");
    if (text.length() > max) {
      throw refusal(field, "it is longer than %d characters, please shorten it".formatted(max));
    }
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      require(
          !isControl(character),
          field,
          "it contains a line break or control character, please take it out");
      require(
          !turnsDirection(character),
          field,
          "it contains a character that turns the direction of writing, please take it out");
    }
    return text;
  }

  private static boolean isControl(int character) {
    return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
  }

  private static boolean turnsDirection(int character) {
    return character == 0x61C
        || character == 0x200E
        || character == 0x200F
        || character >= 0x202A && character <= 0x202E
        || character >= 0x2066 && character <= 0x2069;
  }

  private static String language(String code) {
    require(
        code.isEmpty() || LANGUAGES.contains(code),
        "language",
        "it is not an ISO 639-1 code, please write en, es or leave it empty");
    return code;
  }

  private static String residence(String value) {
    var code = value.strip().toUpperCase(Locale.ROOT);
    var form = RESIDENCE.matcher(code);
    require(
        code.isEmpty() || form.matches() && COUNTRIES.contains(form.group(1)),
        "residence",
        "it is not an ISO 3166 code, please write DE, US-CA or leave it empty");
    return code;
  }

  private static void require(boolean fulfilled, String field, String wrong) {
    if (!fulfilled) {
      throw refusal(field, wrong);
    }
  }

  private static IllegalArgumentException refusal(String field, String wrong) {
    return new IllegalArgumentException(field + ": " + wrong);
  }
}
