package breachresponse.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.notice.Draft.Text;
import breachresponse.notice.Posts.Posting;
import breachresponse.notice.Statements.Published;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told in public, and where it can be seen. */
@ApplicationTest
class PostsTest {

  private static final Text CHANGED = new Text("Notice, second version", "It was on *Monday*.");

  @Autowired private Posts posts;
  @Autowired private Publications publications;
  @Autowired private Notices notices;
  @Autowired private Statements statements;
  @Autowired private SignOffs signOffs;
  @Autowired private Incidents incidents;
  @Autowired private Timeline timeline;
  @Autowired private JdbcClient db;
  @Autowired private Time time;

  private CaseNumber caseNumber;

  @BeforeEach
  void a_case() {
    time.is("2026-03-03T15:00:00Z");
    caseNumber = incidents.open("Server of Acme Ltd hacked", "", "ida");
  }

  @Test
  void a_channel_gets_the_short_text_with_the_address_of_the_whole_one() {
    var notice = signedNotice();
    assertThat(posts.article(notice).text()).isEqualTo(NoticesTest.DRAFT.social());

    var page = posts.publish(notice, "pia");

    var article = posts.article(notice);
    assertThat(article.text()).isEqualTo(NoticesTest.DRAFT.social() + "\n" + page);
    assertThat(article.page()).contains(page);
    assertThat(page.getPath()).endsWith("/" + article.slug());
    assertThat(article.html()).isEqualTo("<p>We are <em>sorry</em>.</p>");
    assertThat(article.language()).isEqualTo("en");
    assertThat(posts.whole(notice))
        .isEqualTo("# Notice of Data Breach\n\nWe are *sorry*.\n\n" + page);
  }

  @Test
  void no_channel_gets_what_nobody_has_signed() {
    var notice = notices.submit(caseNumber, NoticesTest.DRAFT, "paul").id();
    var holding = statements.proposeHolding(caseNumber, "pia").id();

    assertThatIllegalStateException().isThrownBy(() -> posts.article(notice));
    assertThatIllegalStateException().isThrownBy(() -> posts.article(holding));
    assertThatIllegalStateException().isThrownBy(() -> posts.publish(holding, "pia"));
  }

  @Test
  void a_holding_statement_says_what_was_approved_and_is_released_by_somebody_else() {
    var proposed = statements.proposeHolding(caseNumber, "pia");

    var document = signOffs.get(proposed.documentId());
    assertThat(document.kind()).isEqualTo(Document.Kind.HOLDING_STATEMENT);
    assertThat(document.content())
        .contains("We are looking into a security incident at Example Books.")
        .contains("write to privacy@example.org or call +49 30 0000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> statements.release(proposed.id(), "pia"))
        .withMessageContaining("decision: who proposed");

    statements.release(proposed.id(), "sam");
    var page = posts.publish(proposed.id(), "sam");

    assertThat(page.getPath()).startsWith("/notices/2026-03-03-security-incident-at-example-books");
    assertThat(posts.publish(proposed.id(), "sam")).isEqualTo(page);
    assertThat(timeline.of(caseNumber))
        .filteredOn(entry -> entry.act().startsWith("holding statement"))
        .extracting(entry -> entry.act() + " by " + entry.by() + " " + entry.contentHash().get())
        .containsExactly(
            "holding statement released by sam " + document.sha256(),
            "holding statement published by sam " + document.sha256());
  }

  @Test
  void a_case_has_one_holding_statement_unless_it_was_not_released() {
    var first = statements.proposeHolding(caseNumber, "pia");
    assertThatIllegalStateException()
        .isThrownBy(() -> statements.proposeHolding(caseNumber, "paul"))
        .withMessageContaining("caseNumber: ");

    statements.withdraw(first.id(), "Wait for the police.", "sam");

    assertThat(statements.proposeHolding(caseNumber, "paul").id()).isNotEqualTo(first.id());
    assertThat(acts()).contains("holding statement not released");
  }

  @Test
  void the_same_approved_text_makes_the_same_hash_in_every_case() {
    var other = incidents.open("Another", "", "ida");

    assertThat(hash(statements.proposeHolding(caseNumber, "pia")))
        .isEqualTo(hash(statements.proposeHolding(other, "paul")));
  }

  @Test
  void a_new_version_stands_at_the_same_address_once_it_is_signed() {
    var notice = signedNotice();
    var page = posts.publish(notice, "pia");
    time.is("2026-03-04T15:00:00Z");

    var update = update(notice);
    assertThatIllegalStateException().isThrownBy(() -> posts.publish(update.id(), "pia"));
    sign(update.documentId());

    assertThat(posts.publish(update.id(), "pia")).isEqualTo(page);
    assertThat(posts.publish(update.id(), "pia")).isEqualTo(page);
    assertThat(statements.published(caseNumber))
        .containsExactly(new Published(notice, page, CHANGED));
    assertThat(signOffs.get(update.documentId()).content())
        .contains("**What has changed:** The day is known.", "It was on *Monday*.");
    assertThat(timeline.of(caseNumber))
        .filteredOn(entry -> entry.act().equals("post updated"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.detail()).contains(page + ": The day is known."));
  }

  @Test
  void the_last_of_two_new_versions_to_be_published_is_shown_and_earlier_ones_keep_their_numbers() {
    var notice = signedNotice();
    posts.publish(notice, "pia");
    var first = update(notice, "It was on *Monday*.");
    var second = update(notice, "It was on *Sunday*.");

    posts.publish(second, "pia");
    posts.publish(first, "pia");
    posts.publish(second, "pia");

    assertThat(publications.find(notice).orElseThrow().versions())
        .extracting(version -> version.number() + " " + version.post().body())
        .containsExactly("1 We are *sorry*.", "2 It was on *Sunday*.", "3 It was on *Monday*.");
    assertThat(statements.published(caseNumber).get(0).post().body())
        .isEqualTo("It was on *Monday*.");
  }

  @Test
  void what_a_channel_gets_late_is_the_whole_text_that_is_public_by_then() {
    var notice = signedNotice();
    posts.publish(notice, "pia");
    var first = update(notice, "It was on *Monday*.");
    posts.publish(first, "pia");
    var second = update(notice, "It was on *Sunday*.");
    assertThat(posts.article(second).html()).contains("Sunday");
    assertThat(posts.article(first).html()).contains("Monday");

    posts.publish(second, "pia");

    assertThat(posts.article(first).html()).isEqualTo("<p>It was on <em>Sunday</em>.</p>");
    assertThat(posts.article(notice).html()).isEqualTo("<p>It was on <em>Sunday</em>.</p>");
  }

  @Test
  void only_what_the_case_has_in_public_can_be_updated() {
    var notice = signedNotice();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> update(notice))
        .withMessageContaining("publication: it is not among those of this case");
  }

  @Test
  void a_new_version_with_a_fault_is_not_laid_down() {
    var notice = signedNotice();
    posts.publish(notice, "pia");

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                statements.update(
                    caseNumber, notice, new Text("", "![x](y)"), "Sorry.", "The day.", "pia"))
        .withMessageContaining("postTitle: ")
        .withMessageContaining("postBody: ");
  }

  @Test
  void a_stored_text_that_differs_from_the_approved_one_is_not_published() {
    var holding = statements.proposeHolding(caseNumber, "pia");
    statements.release(holding.id(), "sam");
    db.sql("update public_statement set body = 'All is well.' where id = :id")
        .param("id", holding.id())
        .update();

    assertThatIllegalStateException()
        .isThrownBy(() -> posts.publish(holding.id(), "sam"))
        .withMessageContaining("not what was signed");
    assertThatIllegalStateException().isThrownBy(() -> posts.article(holding.id()));
  }

  @Test
  void a_statement_of_an_exercise_is_not_published() {
    var holding = statements.proposeHolding(caseNumber, "pia");
    statements.release(holding.id(), "sam");
    db.sql("update incident set exercise = true where case_number = :case")
        .param("case", caseNumber.value())
        .update();

    assertThatIllegalStateException()
        .isThrownBy(() -> posts.publish(holding.id(), "sam"))
        .withMessageContaining("exercise");
  }

  @Test
  void where_a_post_can_be_seen_is_recorded_once() {
    var notice = signedNotice();

    posts.postedOn(notice, "x", "https://x.com/example/status/1", "pia");
    posts.postedOn(notice, "x", "https://x.com/example/status/1", "pia");
    posts.postedOn(notice, "facebook", "https://facebook.com/example/1", "pia");

    assertThat(posts.postings(notice))
        .containsExactlyInAnyOrder(
            new Posting("x", "https://x.com/example/status/1"),
            new Posting("facebook", "https://facebook.com/example/1"));
    assertThat(acts()).filteredOn("notice posted"::equals).hasSize(2);
  }

  @Test
  void a_link_that_is_no_address_on_the_web_is_refused() {
    var notice = signedNotice();

    for (var link :
        new String[] {null, "", "x.com/example", "javascript:alert(1)", "https://x y"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> posts.postedOn(notice, "x", link, "pia"))
          .withMessageStartingWith("link: ");
    }
  }

  private UUID signedNotice() {
    var notice = notices.submit(caseNumber, NoticesTest.DRAFT, "paul");
    sign(notice.documentId());
    return notice.id();
  }

  private UUID update(UUID publication, String body) {
    var update =
        statements.update(
            caseNumber, publication, new Text("Notice", body), "Sorry.", "The day.", "pia");
    sign(update.documentId());
    return update.id();
  }

  private Statements.Statement update(UUID publication) {
    return statements.update(
        caseNumber, publication, CHANGED, "We know the day.", "The day is known.", "pia");
  }

  private void sign(UUID document) {
    signOffs
        .determineSignatories(document)
        .forEach(role -> signOffs.answer(document, role, role + "-person", true, null));
  }

  private String hash(Statements.Statement statement) {
    return signOffs.get(statement.documentId()).sha256();
  }

  private List<String> acts() {
    return timeline.of(caseNumber).stream().map(Timeline.Entry::act).toList();
  }
}
