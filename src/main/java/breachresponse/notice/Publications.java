package breachresponse.notice;

import breachresponse.incident.CaseNumber;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands on the public page, in all its versions. */
@Repository
class Publications {

  /**
   * What stands at one address. It may be the post of a notice, which is its first version then.
   *
   * @param slug the last part of its address
   * @param versions the first first
   */
  record Publication(UUID id, String slug, List<Version> versions) {

    Version latest() {
      return versions.get(versions.size() - 1);
    }

    Version first() {
      return versions.get(0);
    }
  }

  /**
   * @param language of the text, ISO 639-1
   * @param whatChanged since the version before; empty for the first
   */
  record Version(
      int number, Draft.Text post, String language, Optional<String> whatChanged, Instant at) {}

  private static final int LONGEST_TITLE_IN_SLUG = 80;

  private static final String SELECT =
      """
      select publication.*, notice.draft, notice.mailing from publication
      left join notice on notice.id = publication.id
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

  URI add(UUID id, CaseNumber caseNumber, String title) {
    var now = clock.instant();
    var slug = unused(slug(LocalDate.ofInstant(now, plan.zone()), title));
    db.sql(
            """
            insert into publication (id, case_number, slug, published_at)
            values (:id, :case, :slug, :at)
            """)
        .param("id", id)
        .param("case", caseNumber.value())
        .param("slug", slug)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update();
    return address(slug);
  }

  Optional<Publication> find(UUID id) {
    return db.sql(SELECT + "where publication.id = :id")
        .param("id", id)
        .query(this::publication)
        .optional();
  }

  Optional<Publication> find(String slug) {
    return db.sql(SELECT + "where slug = :slug")
        .param("slug", slug)
        .query(this::publication)
        .optional();
  }

  /** All of them, the newest first. */
  List<Publication> all() {
    return db.sql(SELECT + "order by publication.published_at desc, slug")
        .query(this::publication)
        .list();
  }

  /** Those of a case, the newest first. */
  List<Publication> of(CaseNumber caseNumber) {
    return db.sql(
            SELECT
                + "where publication.case_number = :case order by publication.published_at desc, slug")
        .param("case", caseNumber.value())
        .query(this::publication)
        .list();
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
    var id = row.getObject("id", UUID.class);
    var versions = new ArrayList<Version>();
    if (row.getString("draft") != null) {
      versions.add(postOfNotice(row));
    }
    versions.addAll(statements(id));
    return new Publication(id, row.getString("slug"), List.copyOf(versions));
  }

  private Version postOfNotice(ResultSet row) throws SQLException {
    try {
      return new Version(
          1,
          json.readValue(row.getString("draft"), Draft.class).post(),
          json.readTree(row.getString("mailing")).path("fallbackLanguage").asText(),
          Optional.empty(),
          row.getObject("published_at", OffsetDateTime.class).toInstant());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Version> statements(UUID publication) {
    return db.sql(
            """
            select * from public_statement
            where publication = :publication and version is not null order by version
            """)
        .param("publication", publication)
        .query(
            (row, number) ->
                new Version(
                    row.getInt("version"),
                    new Draft.Text(row.getString("title"), row.getString("body")),
                    row.getString("language"),
                    Optional.ofNullable(row.getString("what_changed")),
                    row.getObject("published_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
