package breachresponse.api;

import java.util.Locale;

/** How the API writes closed choices: {@code no-longer-triggered}. */
final class Words {

  private Words() {}

  static String of(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
