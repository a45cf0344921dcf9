package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SenderDomainTest {

  private final DnsServer dns = new DnsServer(false);

  @AfterEach
  void stop() {
    dns.close();
  }

  @Test
  void a_domain_with_both_records_whose_return_path_is_its_own_is_believed() {
    dns.knows("example.org", "v=spf1 ip4:192.0.2.1 -all");
    dns.knows("_dmarc.example.org", "v=DMARC1; p=reject");

    assertThat(check("ceo@example.org", ""))
        .containsExactly(
            "SPF: example.org says which servers may send for it.",
            "DMARC: example.org says what becomes of mail that is not its own.",
            "Sender and return path belong together: example.org, example.org.");
  }

  @Test
  void what_is_missing_is_named_with_its_domain() {
    assertThat(check("ceo@example.org", "bounces@mail.example.org").toString())
        .contains("**SPF is missing** at mail.example.org", "**DMARC is missing** at example.org")
        .contains("belong together: example.org, mail.example.org");
  }

  @Test
  void a_return_path_elsewhere_does_not_belong_to_the_sender() {
    dns.knows("_dmarc.example.org", "v=DMARC1; p=none");
    dns.knows("_dmarc.mailer.example.net", "v=DMARC1; p=none");

    assertThat(check("ceo@example.org", "bounces@mailer.example.net").toString())
        .contains("**Sender and return path do not belong together**");
  }

  @Test
  void two_domains_of_one_organisation_belong_together() {
    dns.knows("_dmarc.news.example.org", "v=DMARC1; p=none");
    dns.knows("_dmarc.example.org", "v=DMARC1; p=none");

    assertThat(check("ceo@news.example.org", "bounces@mail.example.org").toString())
        .contains("Sender and return path belong together");
  }

  @Test
  void a_registry_is_no_organisation() {
    dns.knows("_dmarc.gov.example", "v=DMARC1; p=reject; psd=y");

    assertThat(check("ceo@one.gov.example", "bounces@two.gov.example").toString())
        .contains("do not belong together");
  }

  @Test
  void where_dns_does_not_answer_it_says_so() {
    try (var silent = new DnsServer(true)) {
      assertThat(check(new SenderDomain.Settings(true, silent.url()), "ceo@example.org", ""))
          .containsExactly("The sender's domain could not be checked: DNS did not answer.");
    }
  }

  @Test
  void where_it_is_switched_off_nothing_is_asked() {
    assertThat(check(new SenderDomain.Settings(false, dns.url()), "ceo@example.org", ""))
        .containsExactly("The sender's domain is not checked: this is switched off.");
  }

  private List<String> check(String from, String returnPath) {
    return check(new SenderDomain.Settings(true, dns.url()), from, returnPath);
  }

  private static List<String> check(
      SenderDomain.Settings settings, String from, String returnPath) {
    var delivery =
        new DeliverySettings(
            true,
            1,
            Duration.ofMinutes(1),
            Duration.ofSeconds(2),
            new ReturnPath(returnPath),
            Duration.ofDays(30),
            DeliverySettings.IfUnknown.RESEND);
    return new SenderDomain(settings, delivery).check(from);
  }
}
