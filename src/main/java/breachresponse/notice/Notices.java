package breachresponse.notice;

import breachresponse.delivery.Mailing;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.plan.ResponsePlan;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers and the public are told: proposed, drafted, laid down for signature, published.
 */
@Service
@Transactional
public class Notices {

  /** The title of the documents that are signed for notices. */
  public static final String TITLE = "Notice to customers";

  /**
   * @param documentId the signed text of it
   * @param postedAt where people can read it, once it is public
   */
  public record Notice(
      UUID id, CaseNumber caseNumber, UUID documentId, Draft draft, Optional<URI> postedAt) {}

  private static final String SELECT =
      """
      select notice.*, publication.slug from notice
      left join publication on publication.id = notice.id
      """;

  private final JdbcClient db;
  private final ObjectMapper json;
  private final ResponsePlan plan;
  private final Templates templates;
  private final Segments segments;
  private final Letterhead letterhead;
  private final Consistency consistency;
  private final Publications publications;
  private final SignOffs signOffs;
  private final Incidents incidents;
  private final Timeline timeline;
  private final Clock clock;

  Notices(
      JdbcClient db,
      ObjectMapper json,
      ResponsePlan plan,
      Templates templates,
      Segments segments,
      Letterhead letterhead,
      Consistency consistency,
      Publications publications,
      SignOffs signOffs,
      Incidents incidents,
      Timeline timeline,
      Clock clock) {
    this.db = db;
    this.json = json;
    this.plan = plan;
    this.templates = templates;
    this.segments = segments;
    this.letterhead = letterhead;
    this.consistency = consistency;
    this.publications = publications;
    this.signOffs = signOffs;
    this.incidents = incidents;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * The last draft of the case, with a mail for each of its segments; what was never drafted is
   * made from the templates and the facts. What staff wrote in their own language stands in double
   * braces in the others, to be translated.
   */
  public Draft proposal(CaseNumber caseNumber) {
    var proposed = fromTemplates(caseNumber);
    return last(caseNumber).map(last -> last.forSegmentsOf(proposed)).orElse(proposed);
  }

  private Optional<Draft> last(CaseNumber caseNumber) {
    return db.sql("select draft from kept_draft where case_number = :case")
        .param("case", caseNumber.value())
        .query((row, number) -> read(row.getString("draft"), Draft.class))
        .optional()
        .or(() -> of(caseNumber).stream().reduce((earlier, later) -> later).map(Notice::draft));
  }

  private Draft fromTemplates(CaseNumber caseNumber) {
    var facts = incidents.facts(caseNumber).map(FactsVersion::facts).orElse(Facts.UNKNOWN);
    return templates.draft(incidents.get(caseNumber).level(), facts, segments.of(caseNumber));
  }

  /** Keeps what is drafted until it is laid down for signature, complete or not. */
  public void keep(CaseNumber caseNumber, Draft draft) {
    forget(caseNumber);
    db.sql("insert into kept_draft (case_number, draft) values (:case, :draft)")
        .param("case", caseNumber.value())
        .param("draft", write(draft))
        .update();
  }

  private void forget(CaseNumber caseNumber) {
    db.sql("delete from kept_draft where case_number = :case")
        .param("case", caseNumber.value())
        .update();
  }

  /** All texts of a draft by their names, each with its subject or title: Markdown. */
  public Map<String, String> texts(Draft draft) {
    return byName(draft, written -> Optional.of(written.text()));
  }

  /** How hard the texts of a draft are to read, as far as their languages have a measure. */
  public Map<String, ReadingLevel> readingLevels(Draft draft) {
    return byName(draft, written -> ReadingLevel.of(written.body(), written.language()));
  }

  /** Words of a draft that the plan would have us leave out, by the names of the texts. */
  public Map<String, List<String>> avoidedWords(Draft draft) {
    return byName(
        draft,
        written ->
            Optional.of(
                    plan.wording().avoided().stream()
                        .filter(
                            words ->
                                Signs.whole(Pattern.quote(words)).matcher(written.text()).find())
                        .toList())
                .filter(found -> !found.isEmpty()));
  }

  /**
   * What is new since the version before, by the names of the texts: lists in Markdown. Nothing for
   * a first version.
   */
  public Map<String, String> changes(UUID noticeId) {
    var notice = get(noticeId);
    var earlier =
        of(notice.caseNumber()).stream()
            .takeWhile(other -> !other.id().equals(noticeId))
            .reduce((one, other) -> other);
    if (earlier.isEmpty()) {
      return Map.of();
    }
    var before = texts(earlier.get().draft());
    var changes = new LinkedHashMap<String, String>();
    texts(notice.draft())
        .forEach(
            (name, text) ->
                changes.put(name, TextChanges.between(before.getOrDefault(name, ""), text)));
    before.keySet().stream()
        .filter(name -> !changes.containsKey(name))
        .forEach(name -> changes.put(name, TextChanges.between(before.get(name), "")));
    changes.values().removeIf(String::isEmpty);
    return changes;
  }

  private <T> Map<String, T> byName(Draft draft, Function<Written, Optional<T>> value) {
    var byName = new LinkedHashMap<String, T>();
    Written.in(draft, plan.fallbackLanguage())
        .forEach(
            written -> value.apply(written).ifPresent(found -> byName.put(written.name(), found)));
    return byName;
  }

  /** The mails as they would be sent: plain text and HTML. The draft need not be complete. */
  public Mailing preview(Draft draft) {
    return letterhead.mailing(draft);
  }

  /**
   * Lays the draft down for signature. The document shows all of it: sender, each mail, the post.
   *
   * @throws IllegalArgumentException naming each part that is missing, can't be sent as it is, or
   *     says something else than the facts: {@code letterEnSubject}, {@code letterEnBody}, {@code
   *     postTitle}, {@code postBody}, {@code social}
   */
  public Notice submit(CaseNumber caseNumber, Draft draft, String author) {
    var mailing = letterhead.mailing(draft);
    DraftRules.check(draft, mailing.fallbackLanguage());
    refuseDifferences(caseNumber, draft);
    var document =
        signOffs.submit(
            caseNumber,
            Document.Kind.CUSTOMER_NOTICE,
            TITLE,
            SignedText.of(draft, mailing),
            author);
    var notice = new Notice(UUID.randomUUID(), caseNumber, document.id(), draft, Optional.empty());
    db.sql(
            """
            insert into notice (id, case_number, document_id, draft, mailing, created_at)
            values (:id, :case, :document, :draft, :mailing, :at)
            """)
        .param("id", notice.id())
        .param("case", caseNumber.value())
        .param("document", document.id())
        .param("draft", write(draft))
        .param("mailing", write(mailing))
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    forget(caseNumber);
    return notice;
  }

  /**
   * The facts may have changed since a notice was laid down for signature.
   *
   * @throws IllegalArgumentException naming both places where a text says something else than the
   *     facts or another text
   */
  public void refuseDifferences(CaseNumber caseNumber, Draft draft) {
    consistency.refuseDifferences(caseNumber, Passage.of(draft, plan.fallbackLanguage()));
  }

  /**
   * @throws NoSuchElementException if there is no such notice
   */
  public Notice get(UUID noticeId) {
    return find(noticeId).orElseThrow(() -> none(noticeId));
  }

  public Optional<Notice> find(UUID noticeId) {
    return db.sql(SELECT + "where notice.id = :id")
        .param("id", noticeId)
        .query(this::notice)
        .optional();
  }

  /** What is said of a notice that is not there, or not for whoever asks. */
  public static NoSuchElementException none(UUID noticeId) {
    return new NoSuchElementException("notice: there is none with id %s".formatted(noticeId));
  }

  /** The notice whose text that document is, if it is of any. */
  public Optional<Notice> ofDocument(UUID documentId) {
    return db.sql(SELECT + "where document_id = :document")
        .param("document", documentId)
        .query(this::notice)
        .optional();
  }

  /** All notices of a case, the first first. */
  public List<Notice> of(CaseNumber caseNumber) {
    return db.sql(SELECT + "where notice.case_number = :case order by number")
        .param("case", caseNumber.value())
        .query(this::notice)
        .list();
  }

  /** The mails of a notice, byte for byte as they were laid down for signature. */
  public Mailing mailing(UUID noticeId) {
    return db.sql("select mailing from notice where id = :id")
        .param("id", noticeId)
        .query((row, number) -> read(row.getString("mailing"), Mailing.class))
        .optional()
        .orElseThrow(() -> none(noticeId));
  }

  /**
   * Puts the signed post on the public page. Done twice it is there once.
   *
   * @throws IllegalStateException if it is not signed, or the case is an exercise
   */
  public URI publish(UUID noticeId, String by) {
    var notice = get(noticeId);
    return notice.postedAt().orElseGet(() -> publish(notice, by));
  }

  private URI publish(Notice notice, String by) {
    if (incidents.get(notice.caseNumber()).exercise()) {
      throw new IllegalStateException("notice: an exercise is not published");
    }
    refuseUnlessSigned(notice.id());
    var address =
        publications.add(notice.id(), notice.caseNumber(), notice.draft().post().subject());
    timeline.record(
        notice.caseNumber(), by, "notice published", address.toString(), hashOf(notice));
    return address;
  }

  /** Signed, and what is stored to be sent is, to the character, what was signed. */
  void refuseUnlessSigned(UUID noticeId) {
    var notice = get(noticeId);
    if (!signOffs.mayGoOut(notice.documentId())) {
      throw new IllegalStateException(
          "notice: it is not signed by all who must sign it, nor released in an emergency");
    }
    var signed = signOffs.get(notice.documentId()).content();
    if (!SignedText.of(notice.draft(), mailing(noticeId)).equals(signed)) {
      throw new IllegalStateException("notice: what is stored is not what was signed");
    }
  }

  private String hashOf(Notice notice) {
    return signOffs.get(notice.documentId()).sha256();
  }

  private Notice notice(ResultSet row, int number) throws SQLException {
    return new Notice(
        row.getObject("id", UUID.class),
        new CaseNumber(row.getString("case_number")),
        row.getObject("document_id", UUID.class),
        read(row.getString("draft"), Draft.class),
        Optional.ofNullable(row.getString("slug")).map(publications::address));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
