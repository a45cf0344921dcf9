package breachresponse.workflow.cockpit;

import breachresponse.evidence.ActsInWords;
import breachresponse.evidence.Timeline;
import breachresponse.evidence.Timeline.Entry;
import breachresponse.identity.Names;
import breachresponse.incident.CaseNumber;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.desk.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who did what in a case, and whether that is what was written down at the time. */
@Component
class CaseTimeline {

  /**
   * @param acts the last first
   * @param broken the number of the first act that is not what was written; null if all are
   */
  public record Acts(List<Act> acts, Integer broken) {

    static final Acts NONE = new Acts(List.of(), null);
  }

  /**
   * @param by the name of the person, or of what acted by itself
   * @param content SHA-256 of what was acted on, or null
   */
  public record Act(int number, String at, String by, String act, String detail, String content) {}

  private final Timeline timeline;
  private final ActsInWords acts;
  private final Names names;
  private final ResponsePlan plan;
  private final Words words;

  CaseTimeline(Timeline timeline, ActsInWords acts, Names names, ResponsePlan plan, Words words) {
    this.timeline = timeline;
    this.acts = acts;
    this.names = names;
    this.plan = plan;
    this.words = words;
  }

  @Transactional(readOnly = true)
  public Acts of(CaseNumber caseNumber) {
    var known = new HashMap<String, String>();
    return new Acts(
        timeline.of(caseNumber).stream()
            .map(entry -> act(entry, known))
            .sorted((one, other) -> other.number() - one.number())
            .toList(),
        timeline.firstBroken(caseNumber).map(Entry::number).orElse(null));
  }

  private Act act(Entry entry, Map<String, String> known) {
    return new Act(
        entry.number(),
        words.at(entry.at(), plan.zone()),
        known.computeIfAbsent(entry.by(), names::name),
        entry.act(),
        entry.detail().map(said -> acts.detail(entry)).orElse(null),
        entry.contentHash().orElse(null));
  }
}
