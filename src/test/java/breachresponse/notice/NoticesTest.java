package breachresponse.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import breachresponse.delivery.Mailing;
import breachresponse.delivery.Mailings;
import breachresponse.delivery.Selection;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.notice.Draft.Mail;
import breachresponse.notice.Draft.Text;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class NoticesTest {

  @Autowired private Notices notices;
  @Autowired private Mailings mailings;
  @Autowired private SignOffs signOffs;
  @Autowired private Incidents incidents;
  @Autowired private Timeline timeline;
  @Autowired private JdbcClient db;
  @Autowired private ObjectMapper json;
  @Autowired private Time time;

  private CaseNumber caseNumber;

  static final Draft DRAFT =
      new Draft(
          Map.of(
              "en",
                  new Text(
                      "Notice of Data Breach",
                      "# Notice of Data Breach\n\nDear {{name}},\n\nI am sorry."),
              "es", new Text("Aviso de brecha de datos", "Hola, {{name}}:\n\nLo siento.")),
          new Text("Notice of Data Breach", "We are *sorry*."),
          "We are sorry: https://www.example.org/security");

  private static final Draft FOR_TWO =
      new Draft(
          List.of(
              new Mail(
                  new Segment(
                      "card holders",
                      Audience.CUSTOMERS,
                      new Selection(Set.of(), Set.of("cards")),
                      Set.of("payment-card")),
                  Map.of("en", new Text("Notice", "Dear {{name}}, your card."))),
              new Mail(
                  new Segment("others", Audience.CUSTOMERS, Selection.EVERYBODY, Set.of()),
                  Map.of("en", new Text("Notice", "Dear {{name}}, your address.")))),
          new Text("Notice", "It happened."),
          "It happened.",
          new Text("Data breach", "We regret it."),
          "## What happened?\n\nA copy.");

  @BeforeEach
  void a_case() {
    time.is("2026-03-03T15:00:00Z");
    caseNumber = incidents.open("Server of Acme Ltd hacked", "", "ida");
  }

  @Test
  void what_is_signed_shows_sender_mails_post_and_short_text() {
    var document = signOffs.get(notices.submit(caseNumber, DRAFT, "paul").documentId());

    assertThat(document.kind()).isEqualTo(Document.Kind.CUSTOMER_NOTICE);
    assertThat(document.title()).isEqualTo(Notices.TITLE);
    assertThat(document.author()).isEqualTo("paul");
    assertThat(document.content())
        .contains("**From:** Carla Example \\<ceo@example.org\\>")
        .contains("**Replies go to:** privacy@example.org")
        .contains(
            "# Mail in English\n\n**Subject:** Notice of Data Breach\n\n> # Notice of Data Breach\n> \n> Dear {{name}},")
        .contains("# Mail in Spanish\n\n**Subject:** Aviso de brecha de datos\n\n> Hola, {{name}}:")
        .contains("**Title:** Notice of Data Breach\n\n> We are *sorry*.")
        .contains("> We are sorry: https://www.example.org/security");
  }

  @Test
  void exactly_what_was_signed_is_handed_out_for_sending() {
    var notice = notices.submit(caseNumber, DRAFT, "paul");
    sign(notice.documentId());

    var mailing = mailings.signed(notice.id());

    assertThat(mailing).isEqualTo(notices.preview(DRAFT)).isEqualTo(notices.mailing(notice.id()));
    assertThat(mailing.fromName()).isEqualTo("Carla Example");
    assertThat(mailing.from()).isEqualTo("ceo@example.org");
    assertThat(mailing.replyTo()).isEqualTo("privacy@example.org");
    assertThat(mailing.fallbackLanguage()).isEqualTo("en");
    assertThat(textIn("es", mailing).plain()).isEqualTo("Hola, {{name}}:\n\nLo siento.");
    assertThat(textIn("fr", mailing)).isEqualTo(textIn("en", mailing));
  }

  @Test
  void the_html_mail_is_accessible_and_loads_nothing() {
    var html = textIn("es", notices.preview(DRAFT)).html();

    assertThat(html)
        .contains(
            "<html lang=\"es\">",
            "<title>Aviso de brecha de datos</title>",
            "<p>Hola, {{name}}:</p>",
            "font: 16px")
        .doesNotContain("src=", "url(", "<script", "<img", "<link");
  }

  @Test
  void nothing_unsigned_is_mailed_or_published() {
    var notice = notices.submit(caseNumber, DRAFT, "paul");

    assertThatIllegalStateException().isThrownBy(() -> mailings.signed(notice.id()));
    assertThatIllegalStateException().isThrownBy(() -> notices.publish(notice.id(), "pia"));

    signOffs.determineSignatories(notice.documentId());
    signOffs.answer(notice.documentId(), "legal", "lena", true, null);

    assertThatIllegalStateException().isThrownBy(() -> mailings.signed(notice.id()));
    assertThatIllegalStateException().isThrownBy(() -> notices.publish(notice.id(), "pia"));
  }

  @Test
  void a_change_after_signing_needs_new_signatures() {
    var signed = notices.submit(caseNumber, DRAFT, "paul");
    sign(signed.documentId());

    var changed =
        notices.submit(caseNumber, withBody("Dear {{name}},\n\nI am very sorry."), "paul");

    assertThat(signOffs.get(changed.documentId()).sha256())
        .isNotEqualTo(signOffs.get(signed.documentId()).sha256());
    assertThatIllegalStateException().isThrownBy(() -> mailings.signed(changed.id()));
    assertThat(mailings.signed(signed.id())).isEqualTo(notices.preview(DRAFT));
  }

  @Test
  void the_same_texts_make_the_same_hash() {
    var first = notices.submit(caseNumber, DRAFT, "paul");
    var second = notices.submit(caseNumber, notices.proposal(caseNumber), "pia");

    assertThat(signOffs.get(second.documentId()).sha256())
        .isEqualTo(signOffs.get(first.documentId()).sha256());
  }

  @Test
  void a_stored_text_that_differs_from_the_signed_one_is_neither_mailed_nor_published() {
    for (var column : new String[] {"mailing", "draft"}) {
      var notice = notices.submit(caseNumber, DRAFT, "paul");
      sign(notice.documentId());

      db.sql(
              "update notice set %s = replace(%s, 'sorry', 'glad') where id = :id"
                  .formatted(column, column))
          .param("id", notice.id())
          .update();

      assertThatIllegalStateException().isThrownBy(() -> mailings.signed(notice.id()));
      assertThatIllegalStateException().isThrownBy(() -> notices.publish(notice.id(), "pia"));
    }
  }

  @Test
  void who_gets_which_mail_is_signed_too() {
    var notice = notices.submit(caseNumber, FOR_TWO, "paul");
    assertThat(signOffs.get(notice.documentId()).content())
        .contains(
            "1. **card holders:** people in the group cards\n1. **others:** everybody who is left",
            "# Mail to card holders in English",
            "# Mail to others in English",
            "# Text for the press\n\n**Headline:** Data breach",
            "# Questions and answers for calls\n\n> ## What happened?");
    sign(notice.documentId());
    assertThat(mailings.signed(notice.id()).segments()).hasSize(2);

    db.sql("update notice set mailing = replace(mailing, '\"cards\"', '\"vip\"') where id = :id")
        .param("id", notice.id())
        .update();

    assertThatIllegalStateException().isThrownBy(() -> mailings.signed(notice.id()));
  }

  @Test
  void a_notice_that_was_stored_before_there_were_segments_goes_on() {
    var notice = notices.submit(caseNumber, DRAFT, "paul");
    sign(notice.documentId());
    var mails = notices.mailing(notice.id()).segments().get(0).texts();
    db.sql("update notice set draft = :draft, mailing = :mailing where id = :id")
        .param(
            "draft",
            """
            {"letters": {"en": %s, "es": %s}, "post": %s, "social": %s}
            """
                .formatted(
                    written(DRAFT.mails().get(0).texts().get("en")),
                    written(DRAFT.mails().get(0).texts().get("es")),
                    written(DRAFT.post()),
                    written(DRAFT.social())))
        .param(
            "mailing",
            """
            {"fromName": "Carla Example", "from": "ceo@example.org",
             "replyTo": "privacy@example.org", "fallbackLanguage": "en",
             "texts": {"en": {"subject": %s, "plain": %s, "html": %s},
                       "es": {"subject": %s, "plain": %s, "html": %s}}}
            """
                .formatted(
                    mails.stream()
                        .flatMap(mail -> Stream.of(mail.subject(), mail.plain(), mail.html()))
                        .map(this::written)
                        .toArray()))
        .param("id", notice.id())
        .update();

    assertThat(notices.get(notice.id()).draft()).isEqualTo(DRAFT);
    assertThat(mailings.signed(notice.id())).isEqualTo(notices.preview(DRAFT));
    assertThat(notices.proposal(caseNumber)).isEqualTo(DRAFT);
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void every_text_has_a_name() {
    assertThat(notices.texts(FOR_TWO))
        .containsOnlyKeys(
            "mail to card holders in English",
            "mail to others in English",
            "public post",
            "short text for social networks",
            "text for the press",
            "call-centre script")
        .containsEntry("text for the press", "Data breach\n\nWe regret it.")
        .containsEntry("mail to others in English", "Notice\n\nDear {{name}}, your address.");
    assertThat(notices.texts(DRAFT)).containsKeys("mail in English", "mail in Spanish");
  }

  @Test
  void what_changed_since_the_version_before_is_named_text_by_text() {
    var first = notices.submit(caseNumber, DRAFT, "paul");
    var second = notices.submit(caseNumber, withBody("Dear {{name}},\n\nI am very sorry."), "paul");

    assertThat(notices.changes(first.id())).isEmpty();
    assertThat(notices.changes(second.id()))
        .containsOnlyKeys("mail in English")
        .hasEntrySatisfying(
            "mail in English",
            changes -> assertThat(changes).contains("- *now:* I am `very` sorry", "- *before:*"));
  }

  @Test
  void the_next_proposal_is_the_last_draft() {
    notices.submit(caseNumber, DRAFT, "paul");
    var last = withBody("Dear {{name}},\n\nI am very sorry.");
    notices.submit(caseNumber, last, "paul");

    assertThat(notices.proposal(caseNumber)).isEqualTo(last);
    assertThat(notices.of(caseNumber))
        .extracting(Notices.Notice::draft)
        .containsExactly(DRAFT, last);
  }

  @Test
  void a_draft_with_a_fault_is_not_laid_down() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> notices.submit(caseNumber, withBody(""), "paul"))
        .withMessageStartingWith("letterEnBody: ");
    assertThat(signOffs.of(caseNumber)).isEmpty();
  }

  @Test
  void a_signed_post_is_published_once_under_its_own_title_and_date() {
    var notice = notices.submit(caseNumber, DRAFT, "paul");
    sign(notice.documentId());
    assertThat(notices.get(notice.id()).postedAt()).isEmpty();

    var address = notices.publish(notice.id(), "pia");
    time.is("2026-03-04T15:00:00Z");

    assertThat(notices.publish(notice.id(), "pia")).isEqualTo(address);
    assertThat(notices.get(notice.id()).postedAt()).contains(address);
    assertThat(address.getPath()).matches("/notices/2026-03-03-notice-of-data-breach(-\\d+)?");
    assertThat(acts()).filteredOn("notice published"::equals).hasSize(1);
  }

  @Test
  void an_exercise_is_not_published() {
    var notice = notices.submit(caseNumber, DRAFT, "paul");
    sign(notice.documentId());
    db.sql("update incident set exercise = true where case_number = :case")
        .param("case", caseNumber.value())
        .update();

    assertThatIllegalStateException()
        .isThrownBy(() -> notices.publish(notice.id(), "pia"))
        .withMessageContaining("exercise");
  }

  private List<String> acts() {
    return timeline.of(caseNumber).stream().map(Timeline.Entry::act).toList();
  }

  private static Draft withBody(String body) {
    return new Draft(
        Map.of(
            "en",
            new Text("Notice of Data Breach", body),
            "es",
            DRAFT.mails().get(0).texts().get("es")),
        DRAFT.post(),
        DRAFT.social());
  }

  private void sign(UUID document) {
    signOffs
        .determineSignatories(document)
        .forEach(role -> signOffs.answer(document, role, role + "-person", true, null));
  }

  private static Mailing.Text textIn(String language, Mailing mailing) {
    return mailing.textFor(language, "", Set.of()).orElseThrow();
  }
}
