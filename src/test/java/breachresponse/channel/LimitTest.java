package breachresponse.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {

  private static final String LONG_ADDRESS = "https://example.org/" + "a".repeat(200);

  @ParameterizedTest(name = "{0} takes {2} times \"{1}\", and no more")
  @CsvSource({
    "X, a, 280",
    "X, é, 280",
    "X, 漢, 140",
    // one emoji of seven code points
    "X, 👨‍👩‍👧‍👦, 140",
    "X, 1️⃣, 140",
    "MASTODON, 漢, 500",
    "MASTODON, 👨‍👩‍👧‍👦, 500",
    "BLUESKY, 漢, 300",
    // 25 bytes each: 3,000 bytes come before 300 graphemes
    "BLUESKY, 👨‍👩‍👧‍👦, 120",
    "LINKEDIN, a, 3000",
    // sent with a backslash
    "LINKEDIN, (, 1500",
    "FACEBOOK, a, 63206"
  })
  void each_platform_counts_in_its_own_way(Limit limit, String what, int times) {
    assertThat(limit.fits(what.repeat(times))).isTrue();
    assertThat(limit.fits(what.repeat(times + 1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"X, 280", "MASTODON, 500"})
  void an_address_counts_23_however_long_it_is(Limit limit, int longest) {
    assertThat(limit.fits(LONG_ADDRESS + " " + "a".repeat(longest - 24))).isTrue();
    assertThat(limit.fits(LONG_ADDRESS + " " + "a".repeat(longest - 23))).isFalse();
  }

  @Test
  void what_x_makes_an_address_of_counts_as_one_and_mail_addresses_do_not() {
    assertThat(Limit.X.fits("b.co " + "a".repeat(256))).isTrue();
    assertThat(Limit.X.fits("b.co " + "a".repeat(257))).isFalse();
    assertThat(Limit.X.fits("p@b.co " + "a".repeat(273))).isTrue();
  }

  @Test
  void a_full_stop_behind_an_address_is_none_of_it() {
    assertThat(Links.in("See https://example.org/a?b=c. Or (https://example.org/d)."))
        .extracting(link -> link.group())
        .containsExactly("https://example.org/a?b=c", "https://example.org/d");
  }

  @Test
  void a_channel_that_we_do_not_know_has_no_limit() {
    assertThat(Limit.of("intranet").fits("a".repeat(1_000_000))).isTrue();
    assertThat(Limit.of("bluesky")).isEqualTo(Limit.BLUESKY);
  }
}
