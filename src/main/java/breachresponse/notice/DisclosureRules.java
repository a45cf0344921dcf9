package breachresponse.notice;

/** How much a notice reveals. The domain asks; a decision table answers. */
public interface DisclosureRules {

  /**
   * What may be said about data of one kind.
   *
   * @param numbers how many people are affected
   * @param categories each category by its name, rather than the kind alone
   * @param apart in a paragraph of their own
   * @param cause how it came about
   */
  record Disclosure(boolean numbers, boolean categories, boolean apart, boolean cause) {}

  /**
   * @param criticality the case's level, 0 to 6
   * @param kindOfData in the terms of {@code kind-of-data.dmn}
   */
  Disclosure disclosureOf(int criticality, String kindOfData);
}
