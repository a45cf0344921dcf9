package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientRowTest {

  @Test
  void an_address_is_kept_in_the_form_in_which_it_is_mailed() {
    assertThat(RecipientRow.of("c1", " ana@España.es ", "", "", "", "").email())
        .isEqualTo("ana@xn--espaa-rta.es");
    assertThatThrownBy(() -> RecipientRow.of("c1", "ana", "", "", "", ""))
        .hasMessage("email: it is not an address, please write one like ana@example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ana", "José Ñandú", "नरेन्द्र", "علی‌رضا", "李雷", "O'Neil, Bob"})
  void names_of_all_people_are_taken(String name) {
    assertThat(RecipientRow.of("c1", "ana@example.org", name, "", "", "").name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana\r\nBcc: eve@example.org",
        "Ana\tMaria",
        "Ana\u0085",
        "Ana\u2028Maria",
        "anA\u202E",
        "\u2066A"
      })
  void a_name_that_could_forge_a_line_or_its_direction_is_refused(String name) {
    assertThatThrownBy(() -> RecipientRow.of("c1", "ana@example.org", name, "", "", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("name: ");
  }

  @ParameterizedTest(name = "id {0}, language {1}, residence {2}: {3}")
  @CsvSource(
      useHeadersInDisplayName = false,
      textBlock =
          """
          '',  en,      DE,     id
          c1,  eng,     DE,     language
          c1,  en-US,   DE,     language
          c1,  xx,      DE,     language
          c1,  en,      XX,     residence
          c1,  en,      UK,     residence
          c1,  en,      DEU,    residence
          c1,  en,      US-CALI,residence
          c1,  en,      -CA,    residence
          """)
  void codes_are_those_of_the_standards(
      String id, String language, String residence, String field) {
    assertThatThrownBy(() -> RecipientRow.of(id, "ana@example.org", "Ana", language, residence, ""))
        .hasMessageStartingWith(field + ": ");
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = false,
      value = {
        "'',''",
        "' ',''",
        "cards,cards",
        "minors cards,cards minors",
        "Minors; cards;,cards minors",
        "cards cards,cards",
        "vip-2,vip-2"
      })
  void groups_are_ids_in_one_order(String cell, String groups) {
    assertThat(row(cell).groups()).isEqualTo(groups);
    assertThat(Groups.in(groups))
        .isEqualTo(Set.of(groups.isEmpty() ? new String[0] : groups.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cards/minors", "cards,minors", "ñ", "a\u0000", "=1+1", "a b c d e f g h i j k"})
  void what_is_no_list_of_groups_is_refused(String cell) {
    assertThatThrownBy(() -> row(cell))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("groups: ");
  }

  @Test
  void a_group_has_forty_characters_at_most() {
    assertThat(row("x".repeat(40)).groups()).hasSize(40);
    assertThatThrownBy(() -> row("x".repeat(41))).hasMessageStartingWith("groups: ");
  }

  private static RecipientRow row(String groups) {
    return RecipientRow.of("c1", "ana@example.org", "Ana", "en", "DE", groups);
  }

  @ParameterizedTest
  @CsvSource({"EN,us-ca,en,US-CA", "'','','',''", " es , es ,es,ES"})
  void codes_are_taken_in_any_case(String language, String residence, String l, String r) {
    var row = RecipientRow.of("c1", "ana@example.org", "Ana", language, residence, "");

    assertThat(row.language()).isEqualTo(l);
    assertThat(row.residence()).isEqualTo(r);
  }
}
