package breachresponse.notice;

import breachresponse.delivery.Selection;
import java.util.Set;
import java.util.TreeSet;

/**
 * People who get the same letter.
 *
 * @param name what staff calls them: {@code card holders}
 * @param dataCategories what they are told of, in the terms of the vocabulary; empty: all that the
 *     case is about
 */
public record Segment(String name, Audience audience, Selection who, Set<String> dataCategories) {

  /** The one segment of a notice that has the same letter for all. */
  public static final Segment EVERYBODY =
      new Segment("everybody", Audience.CUSTOMERS, Selection.EVERYBODY, Set.of());

  public Segment {
    dataCategories = new TreeSet<>(dataCategories);
  }
}
