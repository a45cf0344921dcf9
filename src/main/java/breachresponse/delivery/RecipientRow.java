package breachresponse.delivery;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.EmailValidator;
import org.springframework.util.ConcurrentLruCache;

/**
 * A row of a file of recipients, as it is stored: the address in the one form in which it is
 * compared and mailed, codes in their usual case. Refused values are never repeated in the message:
 * they are personal data.
 *
 * @param name empty if not known
 * @param language ISO 639-1, empty if not known
 * @param residence ISO 3166-1 or -2, empty if not known
 * @param groups as {@link Groups} stores them, empty if there are none
 */
record RecipientRow(
    String id, String email, String name, String language, String residence, String groups) {

  // A quoted local part is legal (RFC 5321), but is in practice a mistake or an attack.
  // Letters of other scripts need a mail server that knows SMTPUTF8 (RFC 6531).
  private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]++";
  private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+");
  // IDNA 2003, which Java has, maps these to another domain than IDNA 2008, which registries have.
  private static final Pattern AMBIGUOUS_IN_DOMAIN = Pattern.compile("[ßς\\x{200C}\\x{200D}]");
  private static final Pattern RESIDENCE = Pattern.compile("([A-Z]{2})(-[A-Z0-9]{1,3})?");
  // A million people have their mail at few domains, and each takes a hundred times the rest.
  private static final ConcurrentLruCache<String, String> DOMAINS =
      new ConcurrentLruCache<>(10_000, RecipientRow::domain);
  // What few residences and combinations of groups there are is not worked out a million times.
  private static final ConcurrentLruCache<String, String> RESIDENCES =
      new ConcurrentLruCache<>(1000, RecipientRow::residence);
  private static final ConcurrentLruCache<String, String> GROUPS =
      new ConcurrentLruCache<>(1000, Groups::of);
  // In octets, RFC 5321 section 4.5.3.1.
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_ADDRESS = 254;
  private static final String NO_ADDRESS = "it is not an address, write one like ana@example.org";
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /**
   * @throws IllegalArgumentException with the field and what is wrong with it
   */
  static RecipientRow of(
      String id, String email, String name, String language, String residence, String groups) {
    return new RecipientRow(
        text("id", id, 1, 100),
        address(email.strip()),
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

  /** What {@link #line()} has written. */
  static RecipientRow ofLine(String line) {
    var fields = line.split("\t", -1);
    return new RecipientRow(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
  }

  private static String text(String field, String value, int min, int max) {
    var text = value.strip();
    require(text.length() >= min, field, "it is empty");
    require(text.length() <= max, field, "it is longer than " + max + " characters");
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      require(!isControl(character), field, "it contains a line break or control character");
      require(
          !turnsDirection(character), field, "it contains a character that turns the direction");
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

  private static String address(String value) {
    require(!value.isEmpty(), "email", "it is empty");
    var at = value.lastIndexOf('@');
    require(at > 0, "email", NO_ADDRESS);
    var local = Normalizer.normalize(value.substring(0, at), Normalizer.Form.NFC);
    require(
        LOCAL_PART.matcher(local).matches(),
        "email",
        "only letters, digits and !#$%&'*+/=?^_`{|}~-. may stand before the @");
    var address = local + "@" + DOMAINS.get(value.substring(at + 1));
    require(
        octets(local) <= LONGEST_LOCAL_PART && octets(address) <= LONGEST_ADDRESS,
        "email",
        "it is longer than mail allows");
    return address;
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String domain(String value) {
    require(
        !AMBIGUOUS_IN_DOMAIN.matcher(value).find(),
        "email",
        "the domain could be either of two, write it as xn--");
    var domain = ascii(value);
    require(EmailValidator.getInstance().isValid("somebody@" + domain), "email", NO_ADDRESS);
    return domain;
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notADomain) {
      throw new IllegalArgumentException("email: what stands behind the @ is not a domain");
    }
  }

  private static String language(String code) {
    require(
        code.isEmpty() || LANGUAGES.contains(code),
        "language",
        "it is not an ISO 639-1 code, write en, es or leave it empty");
    return code;
  }

  private static String residence(String value) {
    var code = value.strip().toUpperCase(Locale.ROOT);
    var form = RESIDENCE.matcher(code);
    require(
        code.isEmpty() || form.matches() && COUNTRIES.contains(form.group(1)),
        "residence",
        "it is not an ISO 3166 code, write DE, US-CA or leave it empty");
    return code;
  }

  private static void require(boolean fulfilled, String field, String wrong) {
    if (!fulfilled) {
      throw new IllegalArgumentException(field + ": " + wrong);
    }
  }
}
