package breachresponse.signoff;

import breachresponse.signoff.EmergencyRelease.Done;
import breachresponse.signoff.EmergencyRelease.Look;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was let go without all signatures, and who has looked at it since. */
@Repository
class EmergencyReleases {

  private final JdbcClient db;

  EmergencyReleases(JdbcClient db) {
    this.db = db;
  }

  Optional<EmergencyRelease> find(UUID documentId) {
    return db.sql("select * from emergency_release where document_id = :document")
        .param("document", documentId)
        .query(
            (row, number) ->
                new EmergencyRelease(
                    documentId,
                    row.getString("person"),
                    row.getString("reason"),
                    row.getString("sha256"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    looks(documentId)))
        .optional();
  }

  void add(EmergencyRelease release) {
    db.sql(
            """
            insert into emergency_release (document_id, person, reason, sha256, at)
            values (:document, :person, :reason, :hash, :at)
            """)
        .param("document", release.documentId())
        .param("person", release.person())
        .param("reason", release.reason())
        .param("hash", release.sha256())
        .param("at", release.at().atOffset(ZoneOffset.UTC))
        .update();
    for (var position = 0; position < release.looks().size(); position++) {
      db.sql(
              """
              insert into second_look (document_id, role, position)
              values (:document, :role, :position)
              """)
          .param("document", release.documentId())
          .param("role", release.looks().get(position).role())
          .param("position", position)
          .update();
    }
  }

  /**
   * @return false if somebody has looked for this role already
   */
  boolean look(UUID documentId, String role, Done done) {
    return db.sql(
                """
                update second_look
                set person = :person, found_right = :right, remark = :comment, at = :at
                where document_id = :document and role = :role and at is null
                """)
            .param("document", documentId)
            .param("role", role)
            .param("person", done.person())
            .param("right", done.right())
            .param("comment", done.comment())
            .param("at", done.at().atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  private List<Look> looks(UUID documentId) {
    return db.sql("select * from second_look where document_id = :document order by position")
        .param("document", documentId)
        .query(EmergencyReleases::look)
        .list();
  }

  private static Look look(ResultSet row, int number) throws SQLException {
    var at = Optional.ofNullable(row.getObject("at", OffsetDateTime.class));
    return new Look(
        row.getString("role"),
        at.isEmpty() ? Optional.empty() : Optional.of(done(row, at.get().toInstant())));
  }

  private static Done done(ResultSet row, Instant at) throws SQLException {
    return new Done(
        row.getString("person"), row.getBoolean("found_right"), row.getString("remark"), at);
  }
}
