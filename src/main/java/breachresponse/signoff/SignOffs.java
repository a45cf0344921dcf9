package breachresponse.signoff;

import breachresponse.evidence.Sha256;
import breachresponse.evidence.Timeline;
import breachresponse.identity.Subjects;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incident;
import breachresponse.incident.Incidents;
import breachresponse.plan.Role;
import breachresponse.signoff.EmergencyRelease.Done;
import breachresponse.signoff.EmergencyRelease.Look;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the texts that need signatures, and who signed which. */
@Service
@Transactional
public class SignOffs {

  private final JdbcClient db;
  private final SignatoryRules rules;
  private final EmergencyReleases emergencies;
  private final Incidents incidents;
  private final Timeline timeline;
  private final Subjects subjects;
  private final Clock clock;

  SignOffs(
      JdbcClient db,
      SignatoryRules rules,
      EmergencyReleases emergencies,
      Incidents incidents,
      Timeline timeline,
      Subjects subjects,
      Clock clock) {
    this.db = db;
    this.rules = rules;
    this.emergencies = emergencies;
    this.incidents = incidents;
    this.timeline = timeline;
    this.subjects = subjects;
    this.clock = clock;
  }

  /**
   * Lays a text down for signature: from now on it can't be changed, only replaced.
   *
   * @param caseNumber null where it is of no case
   */
  public Document submit(
      CaseNumber caseNumber, Document.Kind kind, String title, String content, String author) {
    var document =
        new Document(
            UUID.randomUUID(),
            caseNumber,
            kind,
            title,
            content,
            Sha256.of(content),
            author,
            clock.instant());
    db.sql(
            """
            insert into document (id, case_number, kind, title, content, sha256, author, submitted_at)
            values (:id, :case, :kind, :title, :content, :hash, :author, :at)
            """)
        .param("id", document.id())
        .param("case", caseNumber == null ? null : caseNumber.value())
        .param("kind", kind.name())
        .param("title", title)
        .param("content", content)
        .param("hash", document.sha256())
        .param("author", author)
        .param("at", document.submittedAt().atOffset(ZoneOffset.UTC))
        .update();
    record(document, author, "text submitted for signature", described(document));
    return document;
  }

  /**
   * @throws NoSuchElementException if there is no such document
   */
  public Document get(UUID documentId) {
    return db.sql("select * from document where id = :id")
        .param("id", documentId)
        .query(SignOffs::document)
        .optional()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "document: there is none with id %s".formatted(documentId)));
  }

  /** All documents of a case, the first first. */
  public List<Document> of(CaseNumber caseNumber) {
    return db.sql("select * from document where case_number = :case order by number")
        .param("case", caseNumber.value())
        .query(SignOffs::document)
        .list();
  }

  /** All documents of that kind of all cases, the first first. */
  public List<Document> of(Document.Kind kind) {
    return db.sql("select * from document where kind = :kind order by number")
        .param("kind", kind.name())
        .query(SignOffs::document)
        .list();
  }

  /**
   * Asks the decision table who must sign, by the document's kind and the case's criticality, and
   * writes it down with the document; what is of no case and a case that is not assessed yet count
   * as the most severe. Asked again it follows the level: who has answered stays, who need not sign
   * any more is asked no longer.
   *
   * @return the groups, {@code legal}, {@code ceo}
   */
  public List<String> determineSignatories(UUID documentId) {
    var document = get(documentId);
    var known = signatories(documentId);
    var roles = wanted(document);
    if (Set.copyOf(known).equals(Set.copyOf(roles))) {
      return known;
    }
    known.stream().filter(role -> !roles.contains(role)).forEach(role -> drop(documentId, role));
    for (var position = 0; position < roles.size(); position++) {
      if (!known.contains(roles.get(position))) {
        add(documentId, roles.get(position), position);
      }
    }
    record(
        document, "sign-off", "signatories determined", described(document) + ": " + titles(roles));
    return signatories(documentId);
  }

  /**
   * @return the texts of the case that wait for signatures, and not of those whom its level asks
   *     for now
   */
  public List<Document> askingOthers(CaseNumber caseNumber) {
    return of(caseNumber).stream()
        .filter(this::isWaiting)
        .filter(
            document ->
                !Set.copyOf(signatories(document.id())).equals(Set.copyOf(wanted(document))))
        .toList();
  }

  private boolean isWaiting(Document document) {
    return !signatories(document.id()).isEmpty()
        && !mayGoOut(document.id())
        && signatures(document.id()).stream().allMatch(Signature::signed);
  }

  /** Whom the table names at the level of now, and whoever has answered already. */
  private List<String> wanted(Document document) {
    return Stream.concat(
            rules.signatoriesOf(document.kind(), level(document)).stream(),
            signatures(document.id()).stream().map(Signature::role))
        .distinct()
        .toList();
  }

  private void add(UUID documentId, String role, int position) {
    db.sql(
            """
            insert into signatory (document_id, role, position)
            values (:document, :role, :position)
            """)
        .param("document", documentId)
        .param("role", role)
        .param("position", position)
        .update();
  }

  private void drop(UUID documentId, String role) {
    db.sql("delete from signatory where document_id = :document and role = :role")
        .param("document", documentId)
        .param("role", role)
        .update();
  }

  /**
   * Records what one signatory says. The same answer given twice counts once.
   *
   * @throws IllegalArgumentException if the person wrote the document, has signed it for another
   *     role already, or refuses without a comment; if the role need not sign, or has given another
   *     answer
   */
  public void answer(UUID documentId, String role, String person, boolean signed, String comment) {
    var document = get(documentId);
    var answer =
        new Signature(
            documentId, role, person, signed, comment, document.sha256(), clock.instant());
    var earlier = signatures(documentId);
    if (earlier.stream().anyMatch(answer::repeats)) {
      return;
    }
    refuseUnlessEntitled(document, answer, earlier);
    insert(answer);
    record(
        document,
        person,
        signed ? "text signed" : "signature refused",
        described(document)
            + ", for "
            + Role.title(role)
            + atTheProvider(person)
            + (comment == null ? "" : ": " + comment));
  }

  /** All answers so far, the first first. */
  public List<Signature> signatures(UUID documentId) {
    return db.sql(
            """
            select signature.* from signature
            join signatory on signatory.document_id = signature.document_id
              and signatory.role = signature.role
            where signature.document_id = :document
            order by at, position
            """)
        .param("document", documentId)
        .query(SignOffs::signature)
        .list();
  }

  /**
   * @return true once everybody who must sign has signed this very text, and nobody refused
   */
  public boolean isSigned(UUID documentId) {
    var document = get(documentId);
    var signatories = signatories(documentId);
    var signedBy =
        signatures(documentId).stream()
            .filter(answer -> answer.signed() && answer.sha256().equals(document.sha256()))
            .map(Signature::role)
            .collect(Collectors.toSet());
    return document.isIntact()
        && !signatories.isEmpty()
        && signedBy.equals(new HashSet<>(signatories));
  }

  /**
   * @return true once it is signed, or somebody has released this very text in an emergency
   */
  public boolean mayGoOut(UUID documentId) {
    var document = get(documentId);
    return isSigned(documentId)
        || document.isIntact()
            && emergencyRelease(documentId)
                .filter(release -> release.sha256().equals(document.sha256()))
                .isPresent();
  }

  /** How far it has come. */
  public SignOffState stateOf(UUID documentId) {
    if (!get(documentId).isIntact()) {
      return SignOffState.ALTERED;
    }
    if (isSigned(documentId)) {
      return SignOffState.SIGNED;
    }
    if (mayGoOut(documentId)) {
      return SignOffState.RELEASED;
    }
    if (signatures(documentId).stream().anyMatch(answer -> !answer.signed())) {
      return SignOffState.REFUSED;
    }
    return signatories(documentId).isEmpty() ? SignOffState.LAID_DOWN : SignOffState.WAITING;
  }

  /** Its release in an emergency, if there was one. */
  public Optional<EmergencyRelease> emergencyRelease(UUID documentId) {
    return emergencies.find(documentId);
  }

  /**
   * Lets a notice to customers or a filing go on one person's word. Who has not signed it looks at
   * it afterwards. The same person's word given twice counts once.
   *
   * @param reason why it can't wait
   * @throws IllegalArgumentException if the person wrote it, or gives no reason
   * @throws IllegalStateException if it is neither, was refused, or is signed or released already
   */
  public void releaseInAnEmergency(UUID documentId, String person, String reason) {
    var document = get(documentId);
    var earlier = emergencyRelease(documentId);
    if (earlier.filter(release -> release.person().equals(person)).isPresent()) {
      return;
    }
    if (document.author().equals(person)) {
      throw new IllegalArgumentException(
          "reason: who wrote a text cannot release it, please leave it to somebody else");
    }
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("reason: please say why it can't wait for the signatures");
    }
    if (!document.kind().isWantedByLaw() || earlier.isPresent() || !isWaiting(document)) {
      throw new IllegalStateException(
          "release: only a notice to customers or a filing that waits for signatures can be released in an emergency");
    }
    var missing = missing(documentId);
    emergencies.add(
        new EmergencyRelease(
            documentId,
            person,
            reason,
            document.sha256(),
            clock.instant(),
            missing.stream().map(role -> new Look(role, Optional.empty())).toList()));
    record(
        document,
        person,
        "text released in an emergency",
        "%s%s, without the signatures of %s: %s"
            .formatted(described(document), atTheProvider(person), titles(missing), reason));
  }

  /** The groups that must sign and have not answered. */
  public List<String> missing(UUID documentId) {
    var answered = signatures(documentId).stream().map(Signature::role).toList();
    return signatories(documentId).stream().filter(role -> !answered.contains(role)).toList();
  }

  /**
   * Records what somebody says, afterwards, of a text that was released without their signature.
   *
   * @param right whether they would have signed it
   * @throws IllegalArgumentException if the person wrote or released it, or says that it is wrong
   *     and not what
   * @throws NoSuchElementException if it was not released in an emergency
   */
  public void lookAgain(
      UUID documentId, String role, String person, boolean right, String comment) {
    var document = get(documentId);
    var release = emergencyRelease(documentId).orElseThrow();
    if (List.of(document.author(), release.person()).contains(person)) {
      throw new IllegalArgumentException(
          "finding: who wrote or released a text is not the one to look again, please leave it to somebody else");
    }
    if (!right && (comment == null || comment.isBlank())) {
      throw new IllegalArgumentException("comment: please say what is wrong");
    }
    if (emergencies.look(documentId, role, new Done(person, right, comment, clock.instant()))) {
      record(
          document,
          person,
          right ? "released text found right" : "released text found wrong",
          described(document)
              + ", for "
              + Role.title(role)
              + atTheProvider(person)
              + (comment == null ? "" : ": " + comment));
    }
  }

  /** Who had a part in the text already: they neither sign it nor look at it again. */
  public Set<String> barred(UUID documentId) {
    return Stream.of(
            Stream.of(get(documentId).author()),
            emergencyRelease(documentId).stream().map(EmergencyRelease::person),
            signatures(documentId).stream().map(Signature::person))
        .flatMap(people -> people)
        .collect(Collectors.toSet());
  }

  /** The texts of the case that left in an emergency, and not all have looked at since. */
  public List<Document> unseen(CaseNumber caseNumber) {
    return of(caseNumber).stream()
        .filter(
            document ->
                emergencyRelease(document.id())
                    .filter(release -> !release.unseenBy().isEmpty())
                    .isPresent())
        .toList();
  }

  /** The last text of this kind and title that was laid down for signature. */
  public Optional<Document> newest(CaseNumber caseNumber, Document.Kind kind, String title) {
    return of(caseNumber).stream()
        .filter(document -> document.kind() == kind && document.title().equals(title))
        .reduce((earlier, later) -> later);
  }

  private void refuseUnlessEntitled(Document document, Signature answer, List<Signature> earlier) {
    if (answer.person().equals(document.author())) {
      throw new IllegalArgumentException(
          "signature: who wrote a text cannot sign it, please leave it to somebody else in your group");
    }
    if (!answer.signed() && (answer.comment() == null || answer.comment().isBlank())) {
      throw new IllegalArgumentException(
          "comment: please say what must change, the author will read it");
    }
    if (!signatories(document.id()).contains(answer.role())) {
      throw new IllegalArgumentException(
          "role: this text needs no signature of %s".formatted(answer.role()));
    }
    if (earlier.stream().anyMatch(other -> other.role().equals(answer.role()))) {
      throw new IllegalArgumentException(
          "signature: %s has answered already, only a new version of the text can be answered anew"
              .formatted(answer.role()));
    }
    if (earlier.stream().anyMatch(other -> other.person().equals(answer.person()))) {
      throw new IllegalArgumentException(
          "signature: you have answered for another group already, please leave this one to somebody else");
    }
  }

  /** Puts it on the timeline of the document's case, if it is of one. */
  public void record(Document document, String by, String act, String detail) {
    if (document.caseNumber() != null) {
      timeline.record(document.caseNumber(), by, act, detail, document.sha256());
    }
  }

  /** Names of accounts are given here; who signed must be found where the person is known. */
  private String atTheProvider(String person) {
    return subjects.of(person).map(" (known as %s)"::formatted).orElse("");
  }

  private int level(Document document) {
    return document.caseNumber() == null
        ? Incident.MOST_SEVERE
        : incidents.get(document.caseNumber()).level();
  }

  private void insert(Signature answer) {
    db.sql(
            """
            insert into signature (document_id, role, person, signed, remark, sha256, at)
            values (:document, :role, :person, :signed, :comment, :hash, :at)
            """)
        .param("document", answer.documentId())
        .param("role", answer.role())
        .param("person", answer.person())
        .param("signed", answer.signed())
        .param("comment", answer.comment())
        .param("hash", answer.sha256())
        .param("at", answer.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The groups that must sign, as determined. */
  public List<String> signatories(UUID documentId) {
    return db.sql(
            "select role from signatory where document_id = :document order by position, role")
        .param("document", documentId)
        .query(String.class)
        .list();
  }

  private static String described(Document document) {
    return document.kind().inWords() + " '" + document.title() + "'";
  }

  private static String titles(List<String> roles) {
    return roles.stream().map(Role::title).collect(Collectors.joining(", "));
  }

  private static Document document(ResultSet row, int number) throws SQLException {
    return new Document(
        row.getObject("id", UUID.class),
        Optional.ofNullable(row.getString("case_number")).map(CaseNumber::new).orElse(null),
        Document.Kind.valueOf(row.getString("kind")),
        row.getString("title"),
        row.getString("content"),
        row.getString("sha256"),
        row.getString("author"),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant());
  }

  private static Signature signature(ResultSet row, int number) throws SQLException {
    return new Signature(
        row.getObject("document_id", UUID.class),
        row.getString("role"),
        row.getString("person"),
        row.getBoolean("signed"),
        row.getString("remark"),
        row.getString("sha256"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
