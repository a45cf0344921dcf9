package breachresponse.channel;

import breachresponse.channel.Attempt.Status;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was tried. Each write is a transaction of its own: a channel is asked after it is on record
 * that it will be, and what it answered stays, whatever becomes of who asked.
 */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Attempts {

  private static final int LONGEST_REASON = 500;
  private static final String KEY = " post_id = :post and channel = :channel and part = :part";

  /** One part of one post on one channel. */
  record Part(UUID postId, String channel, int number) {}

  private final JdbcClient db;
  private final Clock clock;

  Attempts(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  Optional<Attempt> find(Part part) {
    return statement("select * from channel_post where" + KEY, part)
        .query(Attempts::attempt)
        .optional();
  }

  /** All parts that were tried, in their order. */
  List<Attempt> of(UUID postId, String channel) {
    return db.sql(
            "select * from channel_post where post_id = :post and channel = :channel order by part")
        .param("post", postId)
        .param("channel", channel)
        .query(Attempts::attempt)
        .list();
  }

  /**
   * Lays down how the text is cut, unless one of its parts was tried already: then it stays as it
   * was cut for that.
   *
   * @return the parts that are to be there, in their order
   */
  List<String> cut(UUID postId, String channel, List<String> texts) {
    var known = cut(postId, channel);
    if (known.equals(texts) || !known.isEmpty() && !of(postId, channel).isEmpty()) {
      return known;
    }
    db.sql("delete from channel_part where post_id = :post and channel = :channel")
        .param("post", postId)
        .param("channel", channel)
        .update();
    for (var number = 1; number <= texts.size(); number++) {
      statement(
              "insert into channel_part (post_id, channel, part, text) values (:post, :channel, :part, :text)",
              new Part(postId, channel, number))
          .param("text", texts.get(number - 1))
          .update();
    }
    return texts;
  }

  /** As it was cut; empty if it was not yet. */
  List<String> cut(UUID postId, String channel) {
    return db.sql(
            "select text from channel_part where post_id = :post and channel = :channel order by part")
        .param("post", postId)
        .param("channel", channel)
        .query(String.class)
        .list();
  }

  /** It will be tried now. */
  Attempt begin(Part part) {
    var known =
        statement(
                "update channel_post set status = 'TRYING', attempts = attempts + 1 where" + KEY,
                part)
            .update();
    if (known == 0) {
      statement(
              """
              insert into channel_post (post_id, channel, part, status, attempts, first_tried_at)
              values (:post, :channel, :part, 'TRYING', 1, :at)
              """,
              part)
          .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
          .update();
    }
    return find(part).orElseThrow();
  }

  void posted(Part part, Posted posted) {
    statement(
            """
            update channel_post
            set status = 'POSTED', remote_id = :id, link = :link, retry_at = null, reason = null where
            """
                + KEY,
            part)
        .param("id", posted.id())
        .param("link", posted.link().map(URI::toString).orElse(null))
        .update();
  }

  /** It waits to be tried again. */
  void waits(Part part, Instant until, String reason) {
    ended(part, Status.WAITING, until, reason);
  }

  /** It is for people to see to. */
  void failed(Part part, Status status, String reason) {
    ended(part, status, null, reason);
  }

  /** People have said that what is not posted yet is tried again, as if for the first time. */
  void renew(UUID postId, String channel) {
    db.sql(
            """
            update channel_post set status = 'WAITING', attempts = 0, retry_at = null
            where post_id = :post and channel = :channel and status <> 'POSTED'
            """)
        .param("post", postId)
        .param("channel", channel)
        .update();
  }

  private void ended(Part part, Status status, Instant retryAt, String reason) {
    statement(
            "update channel_post set status = :status, retry_at = :retry, reason = :reason where"
                + KEY,
            part)
        .param("status", status.name())
        .param("retry", retryAt == null ? null : retryAt.atOffset(ZoneOffset.UTC))
        .param("reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
        .update();
  }

  private JdbcClient.StatementSpec statement(String sql, Part part) {
    return db.sql(sql)
        .param("post", part.postId())
        .param("channel", part.channel())
        .param("part", part.number());
  }

  private static Attempt attempt(ResultSet row, int number) throws SQLException {
    var link = row.getString("link");
    return new Attempt(
        Status.valueOf(row.getString("status")),
        row.getInt("attempts"),
        row.getObject("first_tried_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("retry_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("remote_id"))
            .map(id -> new Posted(id, Optional.ofNullable(link).map(URI::create))),
        Optional.ofNullable(row.getString("reason")));
  }
}
