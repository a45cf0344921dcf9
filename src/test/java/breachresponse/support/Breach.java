package breachresponse.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people type into the forms of a breach, told as data that tests vary. */
public final class Breach {

  private Breach() {}

  public static Map<String, Object> report() {
    return Map.of(
        "title", "Customer table copied",
        "description", "The shop's customer table was copied by an unknown address at night.");
  }

  public static Map<String, Object> confirmed(String awareAt) {
    return Map.of("outcome", "breach", "reason", "The logs show the copy.", "awareAt", awareAt);
  }

  /** 300 people in Germany, their names, addresses and passwords: a high risk. */
  public static Map<String, Object> exposure(String awareAt, int factsVersion) {
    var answers = new LinkedHashMap<String, Object>();
    answers.put("awareAt", awareAt);
    answers.put("role", "controller");
    answers.put("breach", List.of("confidentiality"));
    answers.put("dataCategories", List.of("name", "email", "online-credentials"));
    answers.put("encrypted", "no");
    answers.put("affected", "DE 300");
    answers.put("risk", "high");
    answers.put("riskReason", "The passwords can be tried elsewhere.");
    answers.put("consequence", "harm");
    answers.put("cause", "A stolen administrator's password.");
    answers.put("consequences", "Somebody may log in as a customer.");
    answers.put("measures", "All passwords were reset.");
    answers.put("factsVersion", String.valueOf(factsVersion));
    return answers;
  }

  public static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
    var changed = new LinkedHashMap<>(answers);
    changed.put(key, value);
    return changed;
  }
}
