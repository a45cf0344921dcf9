package breachresponse.notice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The texts of a notice, as PR edits them.
 *
 * @param mails what each segment gets, in the order of the segments
 * @param post the public post, in Markdown, and its title as subject
 * @param social the short text for X, Facebook and the like
 * @param press the text for the press, in Markdown, and its headline as subject; empty if there is
 *     none
 * @param script questions and answers for those who answer calls, in Markdown; empty if there are
 *     none
 */
public record Draft(List<Mail> mails, Text post, String social, Text press, String script) {

  public Draft {
    mails = List.copyOf(mails);
    post = post == null ? Text.NONE : post;
    social = tidy(social);
    press = press == null ? Text.NONE : press;
    script = tidy(script);
  }

  /** The same letters for everybody, and what the public reads. */
  public Draft(Map<String, Text> letters, Text post, String social) {
    this(List.of(new Mail(Segment.EVERYBODY, letters)), post, social, Text.NONE, "");
  }

  /** What was stored before there were segments has letters for everybody. */
  @JsonCreator
  static Draft read(
      @JsonProperty("mails") List<Mail> mails,
      @JsonProperty("letters") Map<String, Text> letters,
      @JsonProperty("post") Text post,
      @JsonProperty("social") String social,
      @JsonProperty("press") Text press,
      @JsonProperty("script") String script) {
    return mails == null
        ? new Draft(letters, post, social)
        : new Draft(mails, post, social, press, script);
  }

  /** This draft, with the mails of the other to the segments that this one has none for. */
  Draft forSegmentsOf(Draft other) {
    return new Draft(
        other.mails().stream().map(this::mailAs).toList(), post, social, press, script);
  }

  private Mail mailAs(Mail proposed) {
    return mails.stream()
        .filter(mail -> mail.to().name().equals(proposed.to().name()))
        .findFirst()
        .map(mail -> new Mail(proposed.to(), mail.texts()))
        .orElse(proposed);
  }

  /**
   * The mail to one segment.
   *
   * @param texts by language: subject, and body in Markdown with {@code {{name}}} where the
   *     recipient's name goes
   */
  public record Mail(Segment to, Map<String, Text> texts) {

    public Mail {
      texts = Collections.unmodifiableMap(texts == null ? Map.of() : new TreeMap<>(texts));
    }
  }

  /** What is missing is empty; ends of lines are line feeds. */
  public record Text(String subject, String body) {

    static final Text NONE = new Text("", "");

    public Text {
      subject = tidy(subject);
      body = tidy(body);
    }
  }

  private static String tidy(String text) {
    return text == null ? "" : text.replace("\r\n", "\n").strip();
  }
}
