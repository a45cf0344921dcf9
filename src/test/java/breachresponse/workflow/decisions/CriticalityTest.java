package breachresponse.workflow.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.CriticalityScale;
import breachresponse.incident.Facts;
import breachresponse.support.ApplicationTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class CriticalityTest {

  @Autowired private CriticalityScale scale;
  @Autowired private ObjectMapper json;

  @ParameterizedTest(name = "{6}, {7}: {0}, {1}, {2} people, risk {3}, {4}, unreadable {5}")
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          CONSEQUENCE,       DATA,           PEOPLE, RISK,     BREACH,          UNREADABLE, LEVEL, REASON
          national-security, ,                     , none,     confidentiality, false,      6,     National security
          life,              email,            1000, high,     availability,    false,      6,     lives
          life,              email,             999, high,     availability,    false,      5,     The life or the health
          life,              ,                     , high,     availability,    false,      5,     The life or the health
          serious-harm,      email,               1, ,         confidentiality, false,      5,     serious harm
          harm,              health,              1, high,     availability,    false,      5,     cannot be used
          harm,              health,              1, high,     integrity,       false,      5,     cannot be used
          harm,              health,              1, high,     confidentiality, false,      4,     risk to people is high
          harm,              email,               1, high,     availability,    false,      4,     risk to people is high
          harm,              health,              1, risk,     availability,    false,      4,     harm through special data
          inconvenience,     email,               1, high,     confidentiality, true,       4,     risk to people is high
          harm,              email,            1000, risk,     confidentiality, false,      4,     Many people suffer harm
          harm,              email,             999, risk,     confidentiality, false,      3,     People suffer harm
          harm,              email,             999, unlikely, confidentiality, true,       3,     People suffer harm
          none,              health,              1, none,     confidentiality, true,       1,     encrypted
          none,              health,              1, unlikely, confidentiality, true,       1,     encrypted
          none,              health,              1, unlikely, availability,    true,       3,     with hardly a risk
          none,              health,              1, unlikely, confidentiality, false,      3,     with hardly a risk
          none,              health,              1, risk,     confidentiality, true,       4,     with a risk to people
          none,              religion,            1, ,         confidentiality, false,      4,     with a risk to people
          none,              payment-card,     1000, unlikely, confidentiality, false,      4,     of many people
          none,              payment-card,      999, unlikely, confidentiality, false,      3,     sensitive data
          none,              online-credentials,   , ,         confidentiality, false,      3,     sensitive data
          none,              email,               1, risk,     confidentiality, false,      3,     There is a risk
          none,              email,               1, unlikely, confidentiality, false,      2,     Limited personal data
          none,              email,           10000, unlikely, confidentiality, false,      3,     very many people
          none,              email,            9999, unlikely, confidentiality, false,      2,     Limited personal data
          none,              '',                  0, none,     confidentiality, false,      0,     public information
          inconvenience,     '',                  0, none,     confidentiality, false,      1,     Internal information
          none,              '',                  0, risk,     confidentiality, false,      3,     There is a risk
          none,              ,                     , ,         confidentiality, false,      3,     Not known yet
          ,                  ,                     , ,         ,                false,      3,     Not known yet
          """)
  void each_row_is_reached_and_just_missed(
      String consequence,
      String data,
      Long people,
      String risk,
      String breach,
      boolean unreadable,
      int level,
      String reason) {
    var assessment = scale.assess(facts(consequence, data, people, risk, breach, unreadable));

    assertThat(assessment.level()).isEqualTo(level);
    assertThat(assessment.reason()).contains(reason);
  }

  @Test
  void the_most_sensitive_category_of_several_decides() {
    var facts = Map.of("dataCategories", new String[] {"email", "health", "payment-card"});

    assertThat(scale.assess(json.convertValue(facts, Facts.class)).level()).isEqualTo(4);
  }

  private Facts facts(
      String consequence,
      String data,
      Long people,
      String risk,
      String breach,
      boolean unreadable) {
    var facts = new TreeMap<String, Object>();
    facts.put("consequence", consequence);
    facts.put(
        "dataCategories",
        data == null ? null : data.isEmpty() ? new String[0] : new String[] {data});
    facts.put(
        "affected",
        people == null ? null : new Object[] {Map.of("residence", "DE", "people", people)});
    facts.put("risk", risk);
    facts.put("breach", breach == null ? null : new String[] {breach});
    facts.put("protection", Map.of("encrypted", unreadable, "keyCompromised", false));
    return json.convertValue(facts, Facts.class);
  }
}
