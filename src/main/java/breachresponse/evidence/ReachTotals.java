package breachresponse.evidence;

import breachresponse.delivery.Recipients.FileCounts;
import breachresponse.reach.Reach;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who was reached, as it is handed out; shares are percent of the total.
 *
 * @param listed people on the list of recipients
 * @param refused rows that could not be used, of all files
 * @param total all people affected that we know of: listed and refused
 * @param reconciles whether the states add up to the total, and each list to what was signed
 * @param lists to whom each notice was released, with the SHA-256 of the file in {@code
 *     recipients/} of the evidence
 * @param files what became of the rows of each file
 * @param people how many are in which state
 * @param lines the same by channel and day, those who were reached first
 */
public record ReachTotals(
    String caseNumber,
    Instant asOf,
    long listed,
    long refused,
    long total,
    boolean reconciles,
    long reached,
    double reachedPercent,
    List<ListJson> lists,
    List<FileCounts> files,
    Map<String, Long> people,
    List<ReachLine> lines) {

  /**
   * Whom a notice was released to.
   *
   * @param people how many were signed for
   * @param listed how many of the counted are on it
   */
  public record ListJson(UUID noticeId, int people, String sha256, long listed) {}

  /**
   * People of one state, channel and day.
   *
   * @param channel mail, letter, phone, otherwise, public; empty for those who were not reached
   * @param day in UTC; null for those who were not reached
   * @param reachedByThen the share that was reached up to the end of that day
   */
  public record ReachLine(
      String state,
      String channel,
      LocalDate day,
      long people,
      double percent,
      Instant first,
      Instant last,
      Double reachedByThen) {

    private static ReachLine of(Reach reach, Reach.Line line) {
      return new ReachLine(
          CsvFile.text(line.state()),
          line.channel(),
          line.day(),
          line.people(),
          reach.share(line.people()),
          line.first(),
          line.last(),
          line.day() == null ? null : reach.share(reach.reachedBy(line.day())));
    }
  }

  public static ReachTotals of(Reach reach) {
    var people = new LinkedHashMap<String, Long>();
    for (var state : Reach.State.values()) {
      people.put(CsvFile.text(state), reach.people(state));
    }
    return new ReachTotals(
        reach.caseNumber().value(),
        reach.asOf(),
        reach.listed(),
        reach.refused(),
        reach.total(),
        reach.reconciles(),
        reach.reached(),
        reach.share(reach.reached()),
        reach.lists().stream()
            .map(list -> new ListJson(list.noticeId(), list.people(), list.digest(), list.listed()))
            .toList(),
        reach.files(),
        people,
        reach.lines().stream().map(line -> ReachLine.of(reach, line)).toList());
  }
}
