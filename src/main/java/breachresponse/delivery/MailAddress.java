package breachresponse.delivery;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.EmailValidator;
import org.springframework.util.ConcurrentLruCache;

/**
 * Addresses of mail (RFC 5321, RFC 6531): which are taken, and the one form in which they are
 * mailed. They are kept as text, since a list has millions of them.
 */
public final class MailAddress {

  // A quoted local part is legal (RFC 5321), but is in practice a mistake or an attack.
  // Letters of other scripts need a mail server that knows SMTPUTF8 (RFC 6531).
  private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]++";
  private static final Pattern LABELS = Pattern.compile("[a-z0-9-]++(?:\\.[a-z0-9-]++)++");
  private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+");
  // IDNA 2003, which Java has, maps these to another domain than IDNA 2008, which registries have.
  private static final Pattern AMBIGUOUS_IN_DOMAIN = Pattern.compile("[ßς\\x{200C}\\x{200D}]");
  // In octets, RFC 5321 section 4.5.3.1.
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_ADDRESS = 254;
  private static final String NO_ADDRESS =
      "it is not an address, please write one like ana@example.org";
  // A million people have their mail at few domains, and each takes a hundred times the rest.
  private static final ConcurrentLruCache<String, String> DOMAINS =
      new ConcurrentLruCache<>(10_000, MailAddress::domain);

  private MailAddress() {}

  /**
   * Reads an address of anybody's.
   *
   * @param field that has it
   * @return the address, its domain in ASCII and small letters
   * @throws IllegalArgumentException with the field and what is wrong, but without the address: it
   *     is personal data
   */
  public static String of(String field, String text) {
    try {
      return of(stripped(text));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(field + ": " + wrong.getMessage());
    }
  }

  /**
   * Reads an address of the organisation's own, to which everybody has to be able to answer.
   *
   * @throws IllegalArgumentException as {@link #of}, also if not every mail server takes it
   */
  public static String ofOurs(String field, String text) {
    var address = of(field, text);
    if (!isAscii(address)) {
      throw new IllegalArgumentException(
          field
              + ": not every mail server takes such letters before the @, please give an address without them");
    }
    return address;
  }

  /** With the domain as people write it, where that leads to the same one. */
  public static String shown(String address) {
    var domain = address.lastIndexOf('@') + 1;
    var shown = address.substring(0, domain) + IDN.toUnicode(address.substring(domain));
    return onTheWire(shown).equals(address) ? shown : address;
  }

  /** Whether it may be one, if only within the organisation: such domains nobody else knows. */
  public static boolean mayBe(String text) {
    var at = text.lastIndexOf('@');
    return at > 0
        && LOCAL_PART.matcher(text.substring(0, at)).matches()
        && LABELS.matcher(onTheWire(text).substring(at + 1)).matches();
  }

  /**
   * With the domain in ASCII, as each mail server takes it; what is none, or could be either of
   * two, stays as it is.
   */
  static String onTheWire(String address) {
    var domain = address.lastIndexOf('@') + 1;
    if (AMBIGUOUS_IN_DOMAIN.matcher(address).find(domain)) {
      return address;
    }
    try {
      return address.substring(0, domain) + ascii(address.substring(domain));
    } catch (IllegalArgumentException notADomain) {
      return address;
    }
  }

  static boolean isAscii(String address) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(address);
  }

  /** Also of blanks that {@link String#strip()} leaves, such as come with what is copied. */
  private static String stripped(String text) {
    var from = 0;
    var to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  private static String of(String text) {
    require(!text.isEmpty(), "it is empty, please fill it in");
    var at = text.lastIndexOf('@');
    require(at > 0, NO_ADDRESS);
    var local = Normalizer.normalize(text.substring(0, at), Normalizer.Form.NFC);
    require(
        LOCAL_PART.matcher(local).matches(),
        "only letters, digits and !#$%&'*+/=?^_`{|}~-. may stand before the @, please correct it");
    var address = local + "@" + DOMAINS.get(text.substring(at + 1));
    require(
        octets(local) <= LONGEST_LOCAL_PART && octets(address) <= LONGEST_ADDRESS,
        "it is longer than mail allows, please give another");
    return address;
  }

  private static String domain(String text) {
    require(
        !AMBIGUOUS_IN_DOMAIN.matcher(text).find(),
        "the domain could be either of two, please write it as xn--");
    var domain = ascii(text);
    require(EmailValidator.getInstance().isValid("somebody@" + domain), NO_ADDRESS);
    return domain;
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notADomain) {
      throw new IllegalArgumentException(
          "what stands behind the @ is not a domain, please correct it");
    }
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static void require(boolean fulfilled, String wrong) {
    if (!fulfilled) {
      throw new IllegalArgumentException(wrong);
    }
  }
}
