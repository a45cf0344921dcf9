package breachresponse.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextChangesTest {

  @Test
  void words_that_differ_are_set_apart() {
    assertThat(
            TextChanges.between(
                "Notice\n\nIt began on March 3, 2026.\n\nWe closed the gap.",
                "Notice\n\nIt began on March 4, 2026.\n\nWe closed the gap."))
        .isEqualTo(
            "- *before:* It began on March `3`, 2026.\n- *now:* It began on March `4`, 2026.");
  }

  @Test
  void lines_that_are_new_or_gone_are_shown_whole() {
    assertThat(TextChanges.between("One.\nTwo.", "One.\nTwo.\nThree."))
        .isEqualTo("- *now:* `Three.`");
    assertThat(TextChanges.between("One.\nTwo.", "Two.")).isEqualTo("- *before:* `One.`");
  }

  @Test
  void nothing_is_said_of_what_is_the_same() {
    assertThat(TextChanges.between("One.\nTwo.", "One.\nTwo.")).isEmpty();
  }

  @Test
  void what_was_marked_up_is_shown_as_it_is_written() {
    assertThat(TextChanges.between("- **Change** it `now`.", "- **Change** it `soon`."))
        .isEqualTo(
            "- *before:* \\- \\*\\*Change\\*\\* it `'now'`\\.\n- *now:* \\- \\*\\*Change\\*\\* it `'soon'`\\.");
  }
}
