package breachresponse.workflow.desk;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.obligation.Duty;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawTextsTest {

  private final LawTexts laws = new LawTexts();

  LawTextsTest() throws IOException {}

  @ParameterizedTest(name = "{1} in {0}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EU    | GDPR Art 33(1); EDPB 9/2022   | Regulation (EU) 2016/679 (GDPR) | eur-lex.europa.eu/eli/reg/2016/679/oj
          IS    | GDPR Art 33(1)                | GDPR through the EEA Agreement  | eur-lex.europa.eu/eli/reg/2016/679/oj
          GB    | UK GDPR Art 33(1)             | UK GDPR                         | www.legislation.gov.uk/eur/2016/679
          FR    | NIS2 Art 23(4)                | Directive (EU) 2022/2555 (NIS2) | eur-lex.europa.eu/eli/dir/2022/2555/oj
          EU    | Art 19                        | Regulation (EU) No 910/2014     | eur-lex.europa.eu/eli/reg/2014/910/oj
          EU    | Del. Reg 2025/301 Art 5(1)(a) | Regulation (EU) 2022/2554       | eur-lex.europa.eu/eli/reg_del/2025/301/oj
          DE    | BSIG section 32(1) no 4, (2)  | BSIG                            | www.gesetze-im-internet.de/bsig_2025/__32.html
          CH    | FADP Art 24(1)                | Federal Act on Data Protection  | www.fedlex.admin.ch/eli/cc/2022/491/en
          US    | 45 CFR 164.404(b)             | HIPAA                           | www.ecfr.gov/current/title-45/section-164.404
          US    | 48 CFR 252.204-7012(c)        | DFARS                           | www.ecfr.gov/current/title-48/section-252.204-7012
          US    | 12 CFR 30 App. B Supp. A      | GLBA                            | www.ecfr.gov/current/title-12/part-30
          US    | 6 U.S.C. 681b(a)(2)           | CIRCIA                          | uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title6-section681b
          US-AZ | A.R.S. 18-552(C)              | Arizona                         | www.azleg.gov/ars/18/00552.htm
          US-CA | Cal. Civ. Code 1798.82(a)     | California                      | leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.82
          US-FL | Fla. Stat. 501.171(4)(c)      | Florida                         | www.leg.state.fl.us/statutes/index.cfm?App_mode=Display_Statute&URL=0500-0599/0501/Sections/0501.171.html
          US-MT | Mont. Code 30-14-1704(2)      | Montana                         | mca.legmt.gov/bills/mca/title_0300/chapter_0140/part_0170/sections_index.html
          US-ND | N.D.C.C. 26.1-02.2-05         | North Dakota                    | ndlegis.gov/cencode/t26-1c02-2.pdf
          US-NY | N.Y. Gen. Bus. Law 899-aa(2)  | New York                        | www.nysenate.gov/legislation/laws/GBS/899-aa
          US-RI | R.I. Gen. Laws 11-49.3-3, -4  | Rhode Island                    | webserver.rilegislature.gov/Statutes/TITLE11/11-49.3/11-49.3-3.htm
          US-SC | S.C. Code 38-99-40            | South Carolina                  | www.scstatehouse.gov/code/t38c099.php
          CA-QC | CQLR c. P-39.1, s. 3.5-3.8    | Law 25                          | www.legisquebec.gouv.qc.ca/en/document/cs/P-39.1
          CL    | Ley 21.663 art. 9(a)          | Marco de Ciberseguridad         | www.bcn.cl/leychile/navegar?idLey=21663
          """)
  void a_citation_leads_to_the_law_itself(
      String jurisdiction, String citation, String regime, String address) {
    assertThat(laws.linked(duty(jurisdiction, citation, regime)))
        .isEqualTo("[%s](https://%s)".formatted(CaseSheet.plain(citation), address));
  }

  @Test
  void the_same_words_lead_to_the_law_of_each_place() {
    assertThat(Stream.of("SG", "MY", "TH").map(place -> duty(place, "PDPA s 26", "PDPA")))
        .extracting(laws::linked)
        .satisfiesExactly(
            singapore -> assertThat(singapore).contains("https://sso.agc.gov.sg/"),
            malaysia -> assertThat(malaysia).contains("https://lom.agc.gov.my/"),
            thailand -> assertThat(thailand).contains("https://www.ratchakitcha.soc.go.th/"));
  }

  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource({
    "GH, PDPA s 26, a law of a place that the file does not know",
    "GI, Gibraltar GDPR Art 33(1), Gibraltar General Data Protection Regulation",
    "IM, Applied GDPR Art 33(1), Data Protection (Application of GDPR) Order 2018 (Isle of Man)"
  })
  void a_law_whose_address_nobody_knows_is_cited_in_words(
      String jurisdiction, String citation, String regime) {
    assertThat(laws.linked(duty(jurisdiction, citation, regime)))
        .isEqualTo(CaseSheet.plain(citation));
  }

  private static Duty duty(String jurisdiction, String citation, String regime) {
    return new Duty(
        "a-duty",
        jurisdiction,
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
