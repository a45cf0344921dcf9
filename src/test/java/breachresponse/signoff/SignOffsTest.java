package breachresponse.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import breachresponse.evidence.Timeline;
import breachresponse.identity.Subject;
import breachresponse.identity.Subjects;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.signoff.Document.Kind;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class SignOffsTest {

  @Autowired private SignOffs signOffs;
  @Autowired private Incidents incidents;
  @Autowired private Timeline timeline;
  @Autowired private JdbcClient db;
  @Autowired private Time time;

  private CaseNumber caseNumber;

  @BeforeEach
  void a_case_of_level_four() {
    time.is("2026-03-03T15:00:00Z");
    caseNumber = incidents.open("Stolen backup", "A backup tape is missing.", "ida");
    incidents.assess(caseNumber, 4, "The risk to people is high", "ida");
  }

  @Test
  void a_text_is_signed_once_everybody_who_must_sign_has_signed() {
    var text = submitted("Dear customers");

    for (var role : new String[] {"legal", "cio", "pr"}) {
      signOffs.answer(text, role, role + "-person", true, null);
      assertThat(signOffs.isSigned(text)).isFalse();
    }
    signOffs.answer(text, "ceo", "carla", true, null);

    assertThat(signOffs.isSigned(text)).isTrue();
    assertThat(signOffs.signatures(text))
        .extracting(Signature::role)
        .containsExactly("legal", "cio", "pr", "ceo");
  }

  @Test
  void a_signature_names_whom_the_identity_provider_knows(@Autowired Subjects subjects) {
    subjects.add(new Subject("https://login.example.org", "8f3c"), "sigrid");

    signOffs.answer(submitted("Dear customers"), "legal", "sigrid", true, null);

    assertThat(timeline.of(caseNumber, "text signed"))
        .singleElement()
        .satisfies(
            signed ->
                assertThat(signed.detail().orElseThrow())
                    .endsWith(", for Legal (known as 8f3c of https://login.example.org)"));
  }

  @Test
  void a_text_without_signatories_is_not_signed() {
    assertThat(signOffs.isSigned(document("Dear customers").id())).isFalse();
  }

  @Test
  void one_refusal_is_enough() {
    var text = submitted("Dear customers");

    signOffs.answer(text, "legal", "lena", false, "Say which data.");
    signOffs.answer(text, "cio", "ingo", true, null);
    signOffs.answer(text, "pr", "pia", true, null);
    signOffs.answer(text, "ceo", "carla", true, null);

    assertThat(signOffs.isSigned(text)).isFalse();
  }

  @Test
  void a_text_says_how_far_it_has_come() {
    var text = document("Dear customers").id();
    assertThat(signOffs.stateOf(text)).isEqualTo(SignOffState.LAID_DOWN);
    signOffs.determineSignatories(text);
    assertThat(signOffs.stateOf(text)).isEqualTo(SignOffState.WAITING);
    signOffs.answer(text, "legal", "lena", true, null);
    signOffs.answer(text, "cio", "ingo", true, null);
    signOffs.answer(text, "pr", "pia", true, null);
    assertThat(signOffs.stateOf(text)).isEqualTo(SignOffState.WAITING);
    signOffs.releaseInAnEmergency(text, "sam", "The CEO is away.");
    assertThat(signOffs.stateOf(text)).isEqualTo(SignOffState.RELEASED);

    var refused = submitted("Dear customers, again");
    signOffs.answer(refused, "legal", "lena", false, "Say which data.");
    assertThat(signOffs.stateOf(refused)).isEqualTo(SignOffState.REFUSED);

    db.sql("update document set content = 'Dear all' where id = :id").param("id", text).update();
    assertThat(signOffs.stateOf(text)).isEqualTo(SignOffState.ALTERED);
  }

  @Test
  void a_refusal_needs_a_comment() {
    var text = submitted("Dear customers");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> signOffs.answer(text, "legal", "lena", false, " "))
        .withMessageStartingWith("comment: ");
  }

  @Test
  void comments_reach_the_author_until_the_text_is_replaced() {
    var text = submitted("Dear customers");
    signOffs.answer(text, "legal", "lena", false, "Say which data.");
    signOffs.answer(text, "pr", "pia", false, "Too long.");

    var refused = signOffs.newest(caseNumber, Kind.CUSTOMER_NOTICE, "Notice").orElseThrow();
    assertThat(signOffs.signatures(refused.id()))
        .extracting(Signature::comment)
        .containsExactly("Say which data.", "Too long.");

    submitted("Dear customers, your e-mail address");

    var next = signOffs.newest(caseNumber, Kind.CUSTOMER_NOTICE, "Notice").orElseThrow();
    assertThat(signOffs.signatures(next.id())).isEmpty();
  }

  @Test
  void nobody_signs_what_they_wrote() {
    var text = submitted("Dear customers");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> signOffs.answer(text, "pr", "paul", true, null))
        .withMessageStartingWith("signature: ");
  }

  @Test
  void nobody_signs_for_two_groups() {
    var text = submitted("Dear customers");
    signOffs.answer(text, "legal", "lena", true, null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> signOffs.answer(text, "cio", "lena", true, null))
        .withMessageStartingWith("signature: ");
  }

  @Test
  void a_group_that_need_not_sign_cannot() {
    var text = submitted("Dear customers");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> signOffs.answer(text, "managers", "max", true, null))
        .withMessageStartingWith("role: ");
  }

  @Test
  void the_same_answer_given_twice_counts_once() {
    var text = submitted("Dear customers");

    signOffs.answer(text, "legal", "lena", true, null);
    time.is("2026-03-03T15:01:00Z");
    signOffs.answer(text, "legal", "lena", true, null);

    assertThat(signOffs.signatures(text)).hasSize(1);
    assertThat(acts()).filteredOn("text signed"::equals).hasSize(1);
  }

  @Test
  void an_answer_cannot_be_changed() {
    var text = submitted("Dear customers");
    signOffs.answer(text, "legal", "lena", false, "Say which data.");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> signOffs.answer(text, "legal", "lena", true, null))
        .withMessageStartingWith("signature: legal has answered already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signOffs.answer(text, "legal", "leo", true, null))
        .withMessageStartingWith("signature: legal has answered already");
  }

  @Test
  void a_text_that_was_tampered_with_is_not_signed() {
    var text = signedByAll("Dear customers");

    db.sql("update document set content = 'Dear customers!' where id = :id")
        .param("id", text)
        .update();

    assertThat(signOffs.isSigned(text)).isFalse();
  }

  @Test
  void a_text_that_was_exchanged_together_with_its_hash_is_not_signed() {
    var text = signedByAll("Dear customers");
    var other = document("Dear customers!");

    db.sql("update document set content = :content, sha256 = :hash where id = :id")
        .param("content", other.content())
        .param("hash", other.sha256())
        .param("id", text)
        .update();

    assertThat(signOffs.isSigned(text)).isFalse();
  }

  @Test
  void the_hash_is_sha_256_over_utf_8() {
    assertThat(document("Größe").sha256())
        .isEqualTo("aedc3f80989a6546962705852b2f4a481dbd1e490760693525c3724bacab3f50");
  }

  @Test
  void who_must_sign_follows_the_level_when_it_is_determined_again() {
    var text = document("Report to the authority", Kind.FILING).id();
    assertThat(signOffs.determineSignatories(text)).containsExactly("legal", "cio");

    incidents.assess(caseNumber, 5, "worse", "ida");

    assertThat(signOffs.signatories(text)).containsExactly("legal", "cio");
    assertThat(signOffs.askingOthers(caseNumber)).extracting(Document::id).containsExactly(text);
    assertThat(signOffs.determineSignatories(text)).containsExactly("legal", "cio", "ceo");
    assertThat(signOffs.askingOthers(caseNumber)).isEmpty();
  }

  @Test
  void who_has_signed_stays_and_who_need_not_any_more_is_asked_no_longer() {
    incidents.assess(caseNumber, 5, "worse", "ida");
    var text = document("Report to the authority", Kind.FILING).id();
    signOffs.determineSignatories(text);
    signOffs.answer(text, "cio", "ingo", true, null);

    incidents.assess(caseNumber, 1, "better", "ida");

    assertThat(signOffs.determineSignatories(text)).containsExactly("legal", "cio");
    signOffs.answer(text, "legal", "lena", true, null);
    assertThat(signOffs.isSigned(text)).isTrue();
  }

  @Test
  void what_is_signed_or_refused_waits_for_nobody_at_another_level() {
    var signed = document("Report to the authority", Kind.FILING).id();
    signOffs.determineSignatories(signed);
    signOffs.answer(signed, "legal", "lena", true, null);
    signOffs.answer(signed, "cio", "ingo", true, null);
    var refused = document("Another report", Kind.FILING).id();
    signOffs.determineSignatories(refused);
    signOffs.answer(refused, "legal", "lena", false, "Too long.");
    document("Not laid before anybody yet", Kind.FILING);

    incidents.assess(caseNumber, 5, "worse", "ida");

    assertThat(signOffs.askingOthers(caseNumber)).isEmpty();
  }

  @Test
  void a_case_that_nobody_has_assessed_counts_as_the_most_severe() {
    caseNumber = incidents.open("Stolen laptop", "", "ida");

    assertThat(signOffs.determineSignatories(document("Report", Kind.FILING).id()))
        .containsExactly("legal", "cio", "ceo");
  }

  @Test
  void what_happened_is_on_the_timeline_with_the_hash_of_the_text() {
    var text = submitted("Dear customers");
    signOffs.answer(text, "legal", "lena", true, null);
    signOffs.answer(text, "pr", "pia", false, "Too long.");

    assertThat(timeline.of(caseNumber))
        .filteredOn(entry -> entry.contentHash().equals(Optional.of(signOffs.get(text).sha256())))
        .extracting(Timeline.Entry::act)
        .containsExactly(
            "text submitted for signature",
            "signatories determined",
            "text signed",
            "signature refused");
  }

  private List<String> acts() {
    return timeline.of(caseNumber).stream().map(Timeline.Entry::act).toList();
  }

  private UUID signedByAll(String content) {
    var text = submitted(content);
    signOffs.answer(text, "legal", "lena", true, null);
    signOffs.answer(text, "cio", "ingo", true, null);
    signOffs.answer(text, "pr", "pia", true, null);
    signOffs.answer(text, "ceo", "carla", true, null);
    assertThat(signOffs.isSigned(text)).isTrue();
    return text;
  }

  private UUID submitted(String content) {
    var document = document(content);
    signOffs.determineSignatories(document.id());
    return document.id();
  }

  private Document document(String content) {
    return document(content, Kind.CUSTOMER_NOTICE);
  }

  private Document document(String content, Kind kind) {
    return signOffs.submit(caseNumber, kind, "Notice", content, "paul");
  }
}
