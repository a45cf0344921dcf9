package breachresponse.reach;

import breachresponse.delivery.Recipients.FileCounts;
import breachresponse.delivery.Recipients.ReleasedList;
import breachresponse.incident.CaseNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Of all people affected, who was reached, in which way, by when. Each is in exactly one state, so
 * that the lines add up to the list of recipients and the rows that were refused from it.
 *
 * @param listed how many recipients the case has
 * @param lists whom its notices were released to
 * @param files what became of the rows of its files
 * @param lines those who were reached first, by day
 */
public record Reach(
    CaseNumber caseNumber,
    Instant asOf,
    long listed,
    List<ReleasedList> lists,
    List<FileCounts> files,
    List<Line> lines) {

  /** Where somebody ends, the best first. */
  public enum State {
    /** The recipient's mail system, or ours, took the mail, and it did not come back. */
    ACCEPTED,
    /** Told in another way, one by one. */
    LETTER,
    /** Mail did not reach them, or a notice left them that was stopped; a substitute is public. */
    PUBLIC,
    /** Mail did not reach them: it was refused at once, or came back later. */
    BOUNCED,
    /** Being sent. */
    WAITING,
    /** Not sent: on hold, stopped, unknown whether it was, or without a notice yet. */
    HELD,
    /** In no segment of the notice, as who released it confirmed. */
    LEFT_OUT,
    /** Not on the list: the row could not be used. */
    REFUSED;

    boolean isReached() {
      return compareTo(BOUNCED) < 0;
    }
  }

  /**
   * People of one state and day.
   *
   * @param channel mail, letter, phone, otherwise, public; empty for those who were not reached
   * @param day in UTC; null for those who were not reached
   */
  public record Line(
      State state, String channel, LocalDate day, long people, Instant first, Instant last) {}

  /**
   * Rows that could not be taken, and did not come again in a later file: people of whom we know no
   * more.
   */
  public long refused() {
    return refused(files);
  }

  static long refused(List<FileCounts> files) {
    return files.stream().mapToLong(file -> file.refused() - file.corrected()).sum();
  }

  public long total() {
    return listed + refused();
  }

  public long people(State state) {
    return lines.stream().filter(line -> line.state() == state).mapToLong(Line::people).sum();
  }

  public long reached() {
    return lines.stream().filter(line -> line.state().isReached()).mapToLong(Line::people).sum();
  }

  /** How many were reached up to the end of that day. */
  public long reachedBy(LocalDate day) {
    return lines.stream()
        .filter(line -> line.state().isReached() && !line.day().isAfter(day))
        .mapToLong(Line::people)
        .sum();
  }

  /**
   * Whether everybody is in one state, and in one alone, and each list still has as many people as
   * were signed for.
   */
  public boolean reconciles() {
    return lines.stream().mapToLong(Line::people).sum() == total()
        && lists.stream().allMatch(ReleasedList::isWhole);
  }

  /** In percent of all, rounded to a tenth; of nobody it is none. */
  public double share(long people) {
    return total() == 0 ? 0 : Math.round(1000.0 * people / total()) / 10.0;
  }
}
