package breachresponse.delivery;

import breachresponse.delivery.Mailing.Segment;
import breachresponse.delivery.Mailing.Text;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A mail as a recipient who was made up gets it. */
public record Sample(Segment segment, String to, Text mail) {

  private static final String ADDRESS = "alex@example.com";
  private static final List<String> NAMES = List.of("Alex Example", "");

  /** In each text of each segment: with the recipient's name, and where nobody knows it. */
  public static List<Sample> of(Mailing mailing) {
    var merge = new MailMerge(mailing, Instant.EPOCH);
    return mailing.segments().stream()
        .flatMap(segment -> segment.texts().stream().flatMap(text -> samples(merge, segment, text)))
        .toList();
  }

  private static Stream<Sample> samples(MailMerge merge, Segment segment, Text text) {
    return NAMES.stream()
        .map(name -> merge.letter("sample", ADDRESS, name, text))
        .map(
            letter ->
                new Sample(
                    segment,
                    letter.to(),
                    new Text(
                        letter.language(),
                        letter.subject(),
                        letter.plain(),
                        letter.html().orElseThrow())));
  }
}
