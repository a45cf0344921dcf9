package breachresponse.exercise;

/** What people are called, which accounts know. */
public interface Names {

  /** Of the person with that id; the id where nobody knows it any more. */
  String name(String id);
}
