package breachresponse.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One part of an article, as it is posted.
 *
 * @param key the same each time that this part is tried, and of no other
 * @param text within the channel's limit
 * @param since when it was tried for the first time
 * @param before the parts of the thread that are posted already
 */
record Message(UUID key, Article article, String text, Instant since, List<Posted> before) {

  Optional<Posted> root() {
    return before.stream().findFirst();
  }

  Optional<Posted> parent() {
    return before.stream().reduce((earlier, later) -> later);
  }
}
