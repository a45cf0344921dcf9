package breachresponse.notice;

import breachresponse.plan.ResponsePlan;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The posts on the public page. */
@Repository
class Publications {

  /**
   * @param slug the last part of its address
   * @param language of the text, ISO 639-1
   */
  record Publication(UUID noticeId, String slug, Draft.Text post, String language, Instant at) {}

  private static final int LONGEST_TITLE_IN_SLUG = 80;

  private static final String SELECT =
      """
      select publication.*, notice.draft, notice.mailing from publication
      join notice on notice.id = publication.notice_id
      """;

  private final JdbcClient db;
  private final ObjectMapper json;
  private final ResponsePlan plan;
  private final Clock clock;
  private final URI site;

  Publications(
      JdbcClient db,
      ObjectMapper json,
      ResponsePlan plan,
      Clock clock,
      @Value("${breach.public-address}") URI publicAddress) {
    this.db = db;
    this.json = json;
    this.plan = plan;
    this.clock = clock;
    this.site = publicAddress.resolve("/notices/");
  }

  URI add(UUID noticeId, String title) {
    var now = clock.instant();
    var slug = unused(slug(LocalDate.ofInstant(now, plan.zone()), title));
    db.sql(
            """
            insert into publication (notice_id, slug, published_at) values (:notice, :slug, :at)
            """)
        .param("notice", noticeId)
        .param("slug", slug)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update();
    return address(slug);
  }

  Optional<Publication> find(String slug) {
    return db.sql(SELECT + "where slug = :slug")
        .param("slug", slug)
        .query(this::publication)
        .optional();
  }

  /** All of them, the newest first. */
  List<Publication> all() {
    return db.sql(SELECT + "order by published_at desc, slug").query(this::publication).list();
  }

  /** The address of a post, or of the list if the slug is empty. */
  URI address(String slug) {
    return site.resolve(slug);
  }

  /** Made of what the public reads, and of nothing that only we know. */
  private static String slug(LocalDate date, String title) {
    var letters = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    var words = letters.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    var shortened = words.substring(0, Math.min(words.length(), LONGEST_TITLE_IN_SLUG));
    return (date + "-" + shortened).replaceAll("-+$", "").replaceAll("-{2,}", "-");
  }

  private String unused(String slug) {
    var candidate = slug;
    for (var number = 2; find(candidate).isPresent(); number++) {
      candidate = slug + "-" + number;
    }
    return candidate;
  }

  private Publication publication(ResultSet row, int number) throws SQLException {
    try {
      return new Publication(
          row.getObject("notice_id", UUID.class),
          row.getString("slug"),
          json.readValue(row.getString("draft"), Draft.class).post(),
          json.readTree(row.getString("mailing")).path("fallbackLanguage").asText(),
          row.getObject("published_at", OffsetDateTime.class).toInstant());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
