package breachresponse.delivery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is mailed to many: to each segment of them a text in each language, which differs between
 * recipients by their name alone.
 *
 * @param fromName the sender's name, as recipients see it
 * @param from the sender's address
 * @param replyTo a mailbox that people read
 * @param segments in their order: the first that includes a recipient is theirs
 * @param fallbackLanguage the language of recipients whose own has no text
 */
public record Mailing(
    String fromName, String from, String replyTo, List<Segment> segments, String fallbackLanguage) {

  /**
   * A mail in one language. {@code {{name}}} stands where the recipient's name goes.
   *
   * @param language ISO 639-1
   * @param html a whole HTML document
   */
  public record Text(String language, String subject, String plain, String html) {}

  /** People who get the same mail, each in their language. */
  public record Segment(String name, Selection who, List<Text> texts) {

    public Optional<Text> in(String language) {
      return texts.stream().filter(text -> text.language().equals(language)).findFirst();
    }
  }

  /** What was stored before there were segments has one text in each language, for everybody. */
  @JsonCreator
  static Mailing read(
      @JsonProperty("fromName") String fromName,
      @JsonProperty("from") String from,
      @JsonProperty("replyTo") String replyTo,
      @JsonProperty("segments") List<Segment> segments,
      @JsonProperty("texts") Map<String, Text> texts,
      @JsonProperty("fallbackLanguage") String fallbackLanguage) {
    return new Mailing(
        fromName,
        from,
        replyTo,
        segments == null ? List.of(everybody(texts)) : segments,
        fallbackLanguage);
  }

  private static Segment everybody(Map<String, Text> texts) {
    return new Segment(
        "everybody",
        Selection.EVERYBODY,
        texts.entrySet().stream()
            .map(
                entry -> {
                  var text = entry.getValue();
                  return new Text(entry.getKey(), text.subject(), text.plain(), text.html());
                })
            .toList());
  }

  /**
   * The one text for a recipient, in their language or the fallback; none if no segment includes
   * them.
   *
   * @param language empty if not known
   * @param residence empty if not known
   */
  public Optional<Text> textFor(String language, String residence, Collection<String> groups) {
    return segmentOf(residence, groups)
        .flatMap(segment -> segment.in(language).or(() -> segment.in(fallbackLanguage)));
  }

  /** The first segment that includes the recipient. */
  public Optional<Segment> segmentOf(String residence, Collection<String> groups) {
    return segments.stream()
        .filter(segment -> segment.who().includes(residence, groups))
        .findFirst();
  }
}
