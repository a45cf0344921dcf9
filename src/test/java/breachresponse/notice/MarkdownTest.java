package breachresponse.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

  @Test
  void html_in_a_text_is_shown_and_not_run() {
    assertThat(Markdown.html("<script>alert(1)</script>"))
        .isEqualTo("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
    assertThat(Markdown.html("see <b onclick=x>us</b>")).doesNotContain("<b");
  }

  @Test
  void a_link_runs_nothing() {
    assertThat(Markdown.html("[us](javascript:alert(1))")).doesNotContain("javascript");
    assertThat(Markdown.html("[us](https://example.org)")).contains("href=\"https://example.org\"");
  }

  @Test
  void a_picture_is_its_description() {
    assertThat(Markdown.html("![our shop](https://t.example/p.png)")).isEqualTo("<p>our shop</p>");
    assertThat(Markdown.plain("![our shop](https://t.example/p.png)")).isEqualTo("our shop");
  }

  @Test
  void the_place_of_the_name_survives() {
    assertThat(Markdown.html("Dear **{{name}}**,"))
        .isEqualTo("<p>Dear <strong>{{name}}</strong>,</p>");
    assertThat(Markdown.plain("Dear **{{name}}**,")).isEqualTo("Dear {{name}},");
  }

  @Test
  void plain_text_shows_an_address_once() {
    assertThat(Markdown.plain("[a@b.example](mailto:a@b.example), [us](https://b.example)"))
        .isEqualTo("a@b.example, us (https://b.example)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*a* _b_ `c` **d**",
        "<b>x</b> &lt;",
        "[x](y) ![x](y)",
        "# h",
        "- item",
        "+ item",
        "1. item",
        "1) item",
        "> quote",
        "---",
        "===",
        "a\\b",
        "~~a~~ | b",
        "https://b.example/a_b_c",
        "a\n- b\n# c",
        "a\n---",
        "a\n="
      })
  void words_from_elsewhere_are_shown_as_they_are(String words) {
    assertThat(Markdown.plain(Markdown.escaped(words))).isEqualTo(words);
    assertThat(Markdown.html(Markdown.escaped(words)))
        .isEqualTo(
            "<p>" + words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>");
  }

  @Test
  void a_telephone_number_needs_no_escape() {
    assertThat(Markdown.escaped("+49 30 0000000")).isEqualTo("+49 30 0000000");
  }
}
