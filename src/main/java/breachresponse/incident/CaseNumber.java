package breachresponse.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a case for everybody, for ever: the year it was reported and a number, {@code 2026-0001}.
 * The name of an exercise says what it is wherever it is read, {@code EXERCISE-2026-0001}.
 */
public record CaseNumber(@JsonValue String value) implements Comparable<CaseNumber> {

  private static final String EXERCISE = "EXERCISE-";
  private static final Pattern FORM = Pattern.compile("(" + EXERCISE + ")?\\d{4}-\\d{4,}");

  @JsonCreator
  public CaseNumber {
    if (!isOne(value)) {
      throw new IllegalArgumentException(
          "caseNumber: '%s' is not a case number, write it like 2026-0001".formatted(value));
    }
  }

  public static boolean isOne(String value) {
    return value != null && FORM.matcher(value).matches();
  }

  public static CaseNumber of(int year, int number) {
    return new CaseNumber("%04d-%04d".formatted(year, number));
  }

  static CaseNumber ofExercise(int year, int number) {
    return new CaseNumber(EXERCISE + of(year, number));
  }

  public boolean isExercise() {
    return value.startsWith(EXERCISE);
  }

  /** In which it was reported. */
  public int year() {
    return Integer.parseInt(value.replace(EXERCISE, "").substring(0, 4));
  }

  @Override
  public int compareTo(CaseNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
