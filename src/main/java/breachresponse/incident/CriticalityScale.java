package breachresponse.incident;

/** How bad a breach is. The domain asks; a decision table answers. */
public interface CriticalityScale {

  /**
   * @param level 0 (publicly available information) to 6 (catastrophe)
   * @param reason the row of the table that decided it, in words
   */
  record Assessment(int level, String reason) {}

  /** What is not known yet counts for the worse of what is likely. */
  Assessment assess(Facts facts);
}
