package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana@example.org",
        " ana@example.org ",
        "ana.maria+bank@mail.example.co.uk",
        "o'neil@example.ie",
        "ana@xn--espaa-rta.es",
        "ana@españa.es",
        "josé@example.org",
        "यूज़र@example.org",
      })
  void an_address_that_mail_can_reach_is_taken(String text) {
    assertThat(MailAddress.of("email", text)).contains("@");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ana",
        "ana@",
        "@example.org",
        "ana@example",
        "ana@localhost",
        "a@b",
        "ana@@example.org",
        "ana example@example.org",
        "ana..maria@example.org",
        "Ana <ana@example.org>",
        "ana@example.org, bob@example.org",
        "friends: ana@example.org;",
        "\"ana\"@example.org",
        "ana@[192.0.2.1]",
        "ana@192.0.2.1",
        "ana@faß.de",
        "ana@exa mple.org",
        "ana@-example.org",
        "ana@example.org\r\nBcc: eve@example.org",
        "ana@example.org\u0000",
        "ana\u200B@example.org",
        "ana(comment)@example.org",
        "a12345678901234567890123456789012345678901234567890123456789012345@example.org",
      })
  void what_mail_could_not_reach_or_could_misread_is_refused(String text) {
    assertThatThrownBy(() -> MailAddress.of("email", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("email: ")
        .hasMessageContaining("please");
  }

  @Test
  void an_address_that_is_longer_than_mail_allows_is_refused() {
    var label = "a".repeat(60) + ".";
    var domain = label.repeat(3) + "example.org";

    assertThat(MailAddress.of("email", "a".repeat(59) + "@" + domain)).hasSize(254);
    assertThatThrownBy(() -> MailAddress.of("email", "a".repeat(60) + "@" + domain))
        .hasMessage("email: it is longer than mail allows, please give another");
  }

  @ParameterizedTest
  @CsvSource({
    "ana@EXAMPLE.org, ana@example.org",
    "Ana@example.org, Ana@example.org",
    "ana@españa.es, ana@xn--espaa-rta.es",
    "jose\u0301@example.org, jos\u00e9@example.org"
  })
  void what_is_the_same_to_mail_is_written_the_same(String text, String address) {
    assertThat(MailAddress.of("email", text)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u00A0ana@example.org\u00A0", "\tana@example.org\u2003", "ana@example.org\u3000"})
  void blanks_that_nobody_sees_are_left_out(String text) {
    assertThat(MailAddress.of("email", text)).isEqualTo("ana@example.org");
  }

  @Test
  void an_address_of_ours_is_one_that_every_mail_server_takes() {
    assertThat(MailAddress.ofOurs("email", "ana@españa.es")).isEqualTo("ana@xn--espaa-rta.es");
    assertThatThrownBy(() -> MailAddress.ofOurs("email", "kovač@example.org"))
        .hasMessage(
            "email: not every mail server takes such letters before the @, please give an address without them");
  }

  @ParameterizedTest
  @CsvSource({
    "ana@home.example, true",
    "ana@corp.local, true",
    "kovač@example.org, true",
    "ana@faß.de, false",
    "ana@localhost, false",
    "ana@, false",
    "ana@@example.org, false",
    "'a,b@example.org', false",
    "'\"a\"@example.org', false",
    "ana@exa mple.org, false",
    "ana@example..org, false"
  })
  void within_the_organisation_domains_may_be_its_own(String text, boolean mayBe) {
    assertThat(MailAddress.mayBe(text)).isEqualTo(mayBe);
  }

  @ParameterizedTest
  @CsvSource({
    "ana@xn--espaa-rta.es, ana@españa.es",
    "ana@xn--fa-hia.de, ana@xn--fa-hia.de",
    "ana@example.org, ana@example.org"
  })
  void people_read_a_domain_as_they_write_it_where_it_is_the_same(String address, String shown) {
    assertThat(MailAddress.shown(address)).isEqualTo(shown);
  }
}
