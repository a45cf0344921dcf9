package breachresponse.notice;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.notice.Draft.Text;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the public is told beside the posts of notices: the holding statement of the first hour,
 * whose text was approved before any breach, and new versions of what is published.
 */
@Service
@Transactional
public class Statements {

  /** The title of the document of a holding statement. */
  public static final String HOLDING = "Holding statement";

  /** The title of the documents of new versions. */
  public static final String UPDATE = "New version of a post";

  /**
   * @param publication the id of what stands at its address; its own where it is the first there
   * @param whatChanged empty where it is the first at its address
   * @param releasedBy by whom, where nobody signs it since the text was approved before
   */
  public record Statement(
      UUID id,
      CaseNumber caseNumber,
      UUID publication,
      UUID documentId,
      Text post,
      String social,
      String language,
      Optional<String> whatChanged,
      Optional<String> releasedBy,
      boolean isPublic) {

    boolean isHolding() {
      return publication.equals(id);
    }
  }

  /** What the public can read now, for its next version. */
  public record Published(UUID id, URI address, Text post) {}

  private final JdbcClient db;
  private final Publications publications;
  private final Templates templates;
  private final Consistency consistency;
  private final SignOffs signOffs;
  private final Incidents incidents;
  private final Timeline timeline;
  private final Clock clock;

  Statements(
      JdbcClient db,
      Publications publications,
      Templates templates,
      Consistency consistency,
      SignOffs signOffs,
      Incidents incidents,
      Timeline timeline,
      Clock clock) {
    this.db = db;
    this.publications = publications;
    this.templates = templates;
    this.consistency = consistency;
    this.signOffs = signOffs;
    this.incidents = incidents;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * Lays the holding statement down for another person's release.
   *
   * @throws IllegalStateException if the case has one already
   */
  public Statement proposeHolding(CaseNumber caseNumber, String by) {
    incidents.lock(caseNumber);
    if (of(caseNumber).stream().anyMatch(Statement::isHolding)) {
      throw new IllegalStateException(
          "caseNumber: case %s has its holding statement already, please update the post instead"
              .formatted(caseNumber));
    }
    var id = UUID.randomUUID();
    var holding = templates.holding(incidents.get(caseNumber).level());
    return add(
        id,
        caseNumber,
        id,
        Document.Kind.HOLDING_STATEMENT,
        HOLDING,
        holding.post(),
        holding.social(),
        templates.ownLanguage(),
        Optional.empty(),
        by);
  }

  /**
   * Lets a holding statement out.
   *
   * @throws IllegalArgumentException if it is the person who proposed it
   */
  public void release(UUID id, String by) {
    var document = signOffs.get(get(id).documentId());
    if (document.author().equals(by)) {
      throw new IllegalArgumentException(
          "decision: who proposed the statement cannot release it, please leave it to somebody else");
    }
    db.sql("update public_statement set released_by = :by where id = :id and released_by is null")
        .param("by", by)
        .param("id", id)
        .update();
    timeline.record(
        document.caseNumber(), by, "holding statement released", null, document.sha256());
  }

  /** Takes back a holding statement that nobody released, so that there may be another. */
  public void withdraw(UUID id, String reason, String by) {
    var document = signOffs.get(get(id).documentId());
    db.sql("delete from public_statement where id = :id and released_by is null")
        .param("id", id)
        .update();
    timeline.record(
        document.caseNumber(), by, "holding statement not released", reason, document.sha256());
  }

  /** What the case has in public, the newest first. */
  public List<Published> published(CaseNumber caseNumber) {
    return publications.of(caseNumber).stream()
        .map(
            shown ->
                new Published(
                    shown.id(), publications.address(shown.slug()), shown.latest().post()))
        .toList();
  }

  /**
   * Lays a new version of what is published down for signature.
   *
   * @throws IllegalArgumentException naming each part that is missing, can't be published, or says
   *     something else than the facts
   */
  public Statement update(
      CaseNumber caseNumber,
      UUID publication,
      Text post,
      String social,
      String whatChanged,
      String by) {
    DraftRules.checkPost(post, social);
    var updated =
        publications.of(caseNumber).stream()
            .filter(shown -> shown.id().equals(publication))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "publication: it is not among those of this case, please choose from the list"));
    consistency.refuseDifferences(
        caseNumber, Passage.of(post, social, updated.latest().language()));
    return add(
        UUID.randomUUID(),
        caseNumber,
        publication,
        Document.Kind.POST_UPDATE,
        UPDATE,
        post,
        social,
        updated.latest().language(),
        Optional.of(whatChanged.strip()),
        by);
  }

  /**
   * @throws NoSuchElementException if there is no such statement
   */
  public Statement get(UUID id) {
    return find(id)
        .orElseThrow(
            () -> new NoSuchElementException("statement: there is none with id %s".formatted(id)));
  }

  Optional<Statement> find(UUID id) {
    return db.sql("select * from public_statement where id = :id")
        .param("id", id)
        .query(Statements::statement)
        .optional();
  }

  /** The version that the public reads, unless that is the post of a notice. */
  Optional<Statement> newest(UUID publication) {
    return db.sql(
            """
            select * from public_statement
            where publication = :publication and version is not null
            order by version desc fetch first row only
            """)
        .param("publication", publication)
        .query(Statements::statement)
        .optional();
  }

  /** All of a case, the first first. */
  public List<Statement> of(CaseNumber caseNumber) {
    return db.sql("select * from public_statement where case_number = :case order by number")
        .param("case", caseNumber.value())
        .query(Statements::statement)
        .list();
  }

  /**
   * Makes it public, at an address of its own or as the newest version at another. Done twice it is
   * there once.
   *
   * @throws IllegalStateException if it is not signed or released, or the case is an exercise
   */
  URI publish(UUID id, String by) {
    var statement = get(id);
    if (incidents.get(statement.caseNumber()).exercise()) {
      throw new IllegalStateException("statement: an exercise is not published");
    }
    refuseUnlessApproved(statement);
    incidents.lock(statement.caseNumber());
    if (statement.isHolding() && publications.find(id).isEmpty()) {
      publications.add(id, statement.caseNumber(), statement.post().subject());
    }
    var address = address(statement);
    if (!get(id).isPublic()) {
      db.sql(
              """
              update public_statement set version = :version, published_at = :at where id = :id
              """)
          .param("version", nextVersion(statement))
          .param("at", clock.instant().atOffset(ZoneOffset.UTC))
          .param("id", id)
          .update();
      timeline.record(
          statement.caseNumber(),
          by,
          statement.isHolding() ? "holding statement published" : "post updated",
          address + statement.whatChanged().map(changed -> ": " + changed).orElse(""),
          signOffs.get(statement.documentId()).sha256());
    }
    return address;
  }

  /** Signed or released, and to the character what was. */
  void refuseUnlessApproved(Statement statement) {
    var approved =
        statement.isHolding()
            ? statement.releasedBy().isPresent()
            : signOffs.isSigned(statement.documentId());
    if (!approved) {
      throw new IllegalStateException("statement: nobody has signed or released it");
    }
    if (!SignedText.of(statement.post(), statement.social(), statement.whatChanged())
        .equals(signOffs.get(statement.documentId()).content())) {
      throw new IllegalStateException("statement: what is stored is not what was signed");
    }
  }

  URI address(Statement statement) {
    return publications
        .find(statement.publication())
        .map(shown -> publications.address(shown.slug()))
        .orElseThrow(() -> new IllegalStateException("statement: it has no address yet"));
  }

  private int nextVersion(Statement statement) {
    return publications.find(statement.publication()).orElseThrow().versions().size() + 1;
  }

  private Statement add(
      UUID id,
      CaseNumber caseNumber,
      UUID publication,
      Document.Kind kind,
      String title,
      Text post,
      String social,
      String language,
      Optional<String> whatChanged,
      String by) {
    var document =
        signOffs.submit(caseNumber, kind, title, SignedText.of(post, social, whatChanged), by);
    db.sql(
            """
            insert into public_statement (
              id, case_number, publication, document_id, title, body, social, language, what_changed)
            values (:id, :case, :publication, :document, :title, :body, :social, :language, :changed)
            """)
        .param("id", id)
        .param("case", caseNumber.value())
        .param("publication", publication)
        .param("document", document.id())
        .param("title", post.subject())
        .param("body", post.body())
        .param("social", social)
        .param("language", language)
        .param("changed", whatChanged.orElse(null))
        .update();
    return get(id);
  }

  private static Statement statement(ResultSet row, int number) throws SQLException {
    return new Statement(
        row.getObject("id", UUID.class),
        new CaseNumber(row.getString("case_number")),
        row.getObject("publication", UUID.class),
        row.getObject("document_id", UUID.class),
        new Text(row.getString("title"), row.getString("body")),
        row.getString("social"),
        row.getString("language"),
        Optional.ofNullable(row.getString("what_changed")),
        Optional.ofNullable(row.getString("released_by")),
        row.getObject("version") != null);
  }
}
