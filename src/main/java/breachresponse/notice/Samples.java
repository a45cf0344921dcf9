package breachresponse.notice;

import breachresponse.incident.Facts;
import breachresponse.incident.KindsOfData;
import breachresponse.incident.Vocabulary;
import breachresponse.notice.Draft.Text;
import breachresponse.plan.PlanContent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** How texts of ours would read under a plan, for a breach that never was. */
@Component
public class Samples {

  /** The languages that there are texts for, ISO 639-1. */
  public static final List<String> LANGUAGES = Templates.LANGUAGES;

  /** At which numbers, kinds of data and cause may be told. */
  private static final int LEVEL = 3;

  private static final String FACTS =
      """
      {
        "awareAt": "2026-03-03T09:00:00+01:00",
        "affected": [{"residence": "DE", "people": 1200}],
        "breach": ["confidentiality"],
        "dataCategories": ["email", "name"],
        "account": {"measures": "We closed the gap the same day."}
      }
      """;

  private final DisclosureRules rules;
  private final KindsOfData kinds;
  private final Vocabulary vocabulary;
  private final Facts facts;

  Samples(DisclosureRules rules, KindsOfData kinds, Vocabulary vocabulary, ObjectMapper json) {
    this.rules = rules;
    this.kinds = kinds;
    this.vocabulary = vocabulary;
    try {
      this.facts = json.readValue(FACTS, Facts.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The letter to a customer. */
  public Text letter(PlanContent plan, String language) {
    return templates(plan)
        .draft(LEVEL, facts, List.of(Segment.EVERYBODY))
        .mails()
        .get(0)
        .texts()
        .get(language);
  }

  /** The holding statement in the plan's own language. */
  public Text holding(PlanContent plan, int criticality) {
    return templates(plan).holding(criticality).post();
  }

  /** What the template says where the plan has no statement of its own. */
  public static String holdingTemplate(String language) {
    return Templates.holdingTemplate(language);
  }

  /**
   * @return what is in a holding statement that nobody could be told as it stands, in words; empty
   *     if nothing is
   */
  public static List<String> faultsOfHolding(String text) {
    var faults = new ArrayList<String>();
    var rest = text.replaceAll("\\{\\{[#/^]?(organisation|email|phone|page)}}", "there");
    if (rest.contains("{{") || rest.contains("}}")) {
      faults.add(
          "something else stands in double braces, please replace or delete it; organisation, email, phone and page may stay");
    }
    faults.addAll(Markdown.faults(rest));
    return faults;
  }

  private Templates templates(PlanContent plan) {
    return new Templates(plan, rules, kinds, vocabulary);
  }
}
