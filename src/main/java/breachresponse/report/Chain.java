package breachresponse.report;

import breachresponse.evidence.ActsInWords;
import breachresponse.evidence.Checkpoints;
import breachresponse.evidence.Timeline;
import breachresponse.identity.Names;
import breachresponse.print.ShownTime;
import breachresponse.register.RegisterLine;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who did what, when; and what proves that nothing of it was changed. */
@Component
class Chain implements Chapter {

  /** How many entries are printed: these take half a gigabyte while they are laid out. */
  private static final int MOST = 10_000;

  /** One entry of the timeline. */
  record Act(int number, String at, String by, String act, String detail, String content) {}

  /** How far the timeline had come at a time, signed. */
  record Signed(int entries, String at, String hash) {}

  private final Timeline timeline;
  private final Checkpoints checkpoints;
  private final ActsInWords acts;
  private final Names names;

  Chain(Timeline timeline, Checkpoints checkpoints, ActsInWords acts, Names names) {
    this.timeline = timeline;
    this.checkpoints = checkpoints;
    this.acts = acts;
    this.names = names;
  }

  @Override
  public Map<String, Object> of(RegisterLine breach, ShownTime time) {
    var entries = timeline.of(breach.incident().caseNumber());
    var last = entries.get(entries.size() - 1);
    var known = new HashMap<String, String>();
    return Map.of(
        "acts", entries.stream().limit(MOST).map(entry -> shown(entry, time, known)).toList(),
        "isLong", entries.size() > MOST,
        "left", entries.size() - MOST,
        "entries", last.number(),
        "head", last.hash(),
        "key", checkpoints.keys().keySet().iterator().next(),
        "problem", checkpoints.problem(breach.incident().caseNumber()).orElse(""),
        "checkpoints",
            checkpoints.of(breach.incident().caseNumber()).stream()
                .map(
                    point ->
                        new Signed(point.entries(), time.toTheSecond(point.at()), point.hash()))
                .toList());
  }

  private Act shown(Timeline.Entry entry, ShownTime time, Map<String, String> known) {
    return new Act(
        entry.number(),
        time.toTheSecond(entry.at()),
        known.computeIfAbsent(entry.by(), names::inFull),
        entry.act(),
        acts.detail(entry),
        entry.contentHash().orElse(""));
  }
}
