package breachresponse.channel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** How long a channel asks to be left alone: each says so in a header of its own. */
final class RetryAfter {

  private RetryAfter() {}

  static Optional<Duration> in(HttpHeaders headers, Instant now) {
    return Stream.of(
            found(headers, HttpHeaders.RETRY_AFTER).map(value -> seconds(value, now)),
            // X and Bluesky: seconds since 1970
            found(headers, "x-rate-limit-reset").map(value -> until(value, now)),
            found(headers, "ratelimit-reset").map(value -> until(value, now)),
            // Mastodon: ISO 8601
            found(headers, "x-ratelimit-reset").map(value -> until(value, now)))
        .flatMap(Optional::stream)
        .filter(wait -> !wait.isNegative())
        .findFirst();
  }

  private static Optional<String> found(HttpHeaders headers, String name) {
    return Optional.ofNullable(headers.getFirst(name)).map(String::strip);
  }

  /** What can't be read is as if it were not there: negative. */
  private static Duration seconds(String value, Instant now) {
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      return Duration.between(
          now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Duration.ofSeconds(-1);
    }
  }

  private static Duration until(String value, Instant now) {
    try {
      var at =
          value.matches("\\d{1,12}")
              ? Instant.ofEpochSecond(Long.parseLong(value))
              : Instant.parse(value);
      return Duration.between(now, at);
    } catch (DateTimeException e) {
      return Duration.ofSeconds(-1);
    }
  }
}
