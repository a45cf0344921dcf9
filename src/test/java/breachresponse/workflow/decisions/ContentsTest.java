package breachresponse.workflow.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.obligation.ContentItem;
import breachresponse.obligation.Duty;
import breachresponse.obligation.RequiredContents;
import breachresponse.support.ApplicationTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ContentsTest {

  @Autowired private RequiredContents contents;

  @Test
  void an_authority_is_told_what_the_law_lists() {
    assertThat(contents.of(duty("eu-gdpr-33-sa")))
        .extracting(ContentItem::citation)
        .containsExactly(
            "GDPR Art 33(3)(a)",
            "GDPR Art 33(3)(a)",
            "GDPR Art 33(3)(a)",
            "GDPR Art 33(3)(b)",
            "GDPR Art 33(3)(c)",
            "GDPR Art 33(3)(d)");
  }

  @Test
  void californias_headings_are_looked_for_as_headings_in_either_language() {
    var heading =
        contents.of(duty("us-ca-civ1798.82-individuals")).stream()
            .filter(item -> item.words().contains("What You Can Do"))
            .findFirst()
            .orElseThrow();

    assertThat(heading.isMissingIn("## What You Can Do\n\nChange your password.")).isFalse();
    assertThat(heading.isMissingIn("## Qué puede hacer usted\n\nCambie su contraseña.")).isFalse();
    assertThat(heading.isMissingIn("There is nothing that what you can do.")).isTrue();
  }

  @Test
  void what_only_a_person_can_tell_is_never_missing() {
    assertThat(contents.of(duty("us-ca-civ1798.82-ag")))
        .singleElement()
        .satisfies(item -> assertThat(item.isMissingIn("")).isFalse());
  }

  @Test
  void a_law_that_leaves_the_words_to_us_lists_nothing() {
    assertThat(contents.of(duty("eu-gdpr-33-processor"))).isEmpty();
  }

  private static Duty duty(String id) {
    return new Duty(
        id,
        "XX",
        "A law",
        Duty.Recipient.AUTHORITY,
        "An authority",
        Duty.Step.INITIAL,
        "without undue delay",
        "A law, section 1",
        Optional.empty(),
        "high",
        Optional.empty(),
        "a-table, version 1");
  }
}
