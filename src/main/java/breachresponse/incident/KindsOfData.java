package breachresponse.incident;

/** What the categories of data have in common. The domain asks; a decision table answers. */
public interface KindsOfData {

  /**
   * @param name {@code contact}, {@code credentials}, {@code payment}, {@code identity}, {@code
   *     health}: the terms of {@code disclosure.dmn}
   */
  record Kind(String name, Sensitivity sensitivity) {}

  /** How much harm the data can do to people in the wrong hands, rising. */
  enum Sensitivity {
    NONE,
    ORDINARY,
    SENSITIVE,
    SPECIAL
  }

  /**
   * @param dataCategory in the terms of the vocabulary
   */
  Kind of(String dataCategory);
}
