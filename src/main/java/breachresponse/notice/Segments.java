package breachresponse.notice;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.FactsRules;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who gets which mail of a case's next notice. */
@Service
@Transactional
public class Segments {

  private static final int LONGEST_NAME = 60;

  private final JdbcClient db;
  private final ObjectMapper json;
  private final FactsRules rules;
  private final Timeline timeline;

  Segments(JdbcClient db, ObjectMapper json, FactsRules rules, Timeline timeline) {
    this.db = db;
    this.json = json;
    this.rules = rules;
    this.timeline = timeline;
  }

  /** In their order; one of everybody where nobody has defined any. */
  public List<Segment> of(CaseNumber caseNumber) {
    return db.sql("select segments from segmentation where case_number = :case")
        .param("case", caseNumber.value())
        .query((row, number) -> read(row.getString("segments")))
        .optional()
        .orElse(List.of(Segment.EVERYBODY));
  }

  /**
   * Replaces the segments of the case's next notice. Defined twice they are on the timeline once.
   *
   * @throws IllegalArgumentException naming {@code name2} or {@code residences1}: a segment without
   *     a name, with the name of another, or with nobody left for those that follow it
   */
  public void define(CaseNumber caseNumber, List<Segment> segments, String by) {
    check(segments);
    if (segments.equals(of(caseNumber))) {
      return;
    }
    db.sql("delete from segmentation where case_number = :case")
        .param("case", caseNumber.value())
        .update();
    db.sql("insert into segmentation (case_number, segments) values (:case, :segments)")
        .param("case", caseNumber.value())
        .param("segments", write(segments))
        .update();
    timeline.record(caseNumber, by, "segments defined", inWords(segments), null);
  }

  private void check(List<Segment> segments) {
    var names = new HashSet<String>();
    for (var number = 1; number <= segments.size(); number++) {
      var segment = segments.get(number - 1);
      if (segment.name().isBlank() || segment.name().length() > LONGEST_NAME) {
        throw new IllegalArgumentException(
            "name%d: please give the segment a name of at most %d characters"
                .formatted(number, LONGEST_NAME));
      }
      if (!names.add(segment.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "name%d: another segment is called '%s' already, please choose another name"
                .formatted(number, segment.name()));
      }
      rules.checkPlaces("residences" + number, segment.who().residences());
      if (segment.who().meansEverybody() && number < segments.size()) {
        throw new IllegalArgumentException(
            "residences%d: nobody is left for the segments after this one; please say who is in it, or make it the last"
                .formatted(number));
      }
    }
  }

  private static String inWords(List<Segment> segments) {
    return segments.stream()
        .map(segment -> segment.name() + ": " + segment.who().inWords())
        .collect(Collectors.joining("; "));
  }

  private List<Segment> read(String segments) {
    try {
      return json.readValue(segments, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(List<Segment> segments) {
    try {
      return json.writeValueAsString(segments);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
