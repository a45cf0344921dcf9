package breachresponse.workflow.desk;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.obligation.Duty;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawTextsTest {

  private final LawTexts laws = new LawTexts();

  LawTextsTest() throws IOException {}

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GDPR Art 33(1); EDPB 9/2022   | Regulation (EU) 2016/679 (GDPR) | eur-lex.europa.eu/eli/reg/2016/679/oj
          UK GDPR Art 33(1)             | UK GDPR                         | www.legislation.gov.uk/eur/2016/679
          NIS2 Art 23(4)                | Directive (EU) 2022/2555 (NIS2) | eur-lex.europa.eu/eli/dir/2022/2555/oj
          Art 19                        | Regulation (EU) No 910/2014     | eur-lex.europa.eu/eli/reg/2014/910/oj
          45 CFR 164.404(b)             | HIPAA                           | www.ecfr.gov/current/title-45/section-164.404
          6 U.S.C. 681b(a)(2)           | CIRCIA                          | uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title6-section681b
          Cal. Civ. Code 1798.82(a)     | California                      | leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.82
          FADP Art 24(1)                | Federal Act on Data Protection  | www.fedlex.admin.ch/eli/cc/2022/491/en
          N.Y. Gen. Bus. Law 899-aa(2)  | New York                        | www.nysenate.gov/legislation/laws/GBS/899-aa
          """)
  void a_citation_leads_to_the_law_itself(String citation, String regime, String address) {
    assertThat(laws.linked(duty(citation, regime)))
        .isEqualTo("[%s](https://%s)".formatted(CaseSheet.plain(citation), address));
  }

  @Test
  void a_law_whose_address_nobody_can_derive_is_cited_in_words() {
    assertThat(laws.linked(duty("LGPD Art 48", "Lei 13.709")))
        .isEqualTo(CaseSheet.plain("LGPD Art 48"));
  }

  private static Duty duty(String citation, String regime) {
    return new Duty(
        "a-duty",
        "XX",
        regime,
        Duty.Recipient.AUTHORITY,
        "An authority",
        Duty.Step.INITIAL,
        "without undue delay",
        citation,
        Optional.empty(),
        "high",
        Optional.empty(),
        "a-table, version 1");
  }
}
