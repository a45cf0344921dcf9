package breachresponse.clock;

import java.time.ZonedDateTime;

/**
 * When a period ends. The end of a day is its last second, {@code 23:59:59}.
 *
 * @param due the earliest instant that the law can be read to mean
 * @param latest the latest instant that it can be read to mean
 * @param counting how it was counted, in words
 */
public record Deadline(ZonedDateTime due, ZonedDateTime latest, String counting) {}
