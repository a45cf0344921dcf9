package breachresponse.identity;

/** What is called who or what acts, in words. The domain asks; accounts and diagrams know. */
public interface Names {

  /**
   * Of the person with that id, or of what acts by itself; the id where nobody knows it any more.
   */
  String name(String id);

  /**
   * The same, and what its person logs in with.
   *
   * @return {@code Lena Legal (lena)}
   */
  String inFull(String id);

  /** Of the process or the decision table with that key; the key where there is none any more. */
  String ofRule(String key);
}
