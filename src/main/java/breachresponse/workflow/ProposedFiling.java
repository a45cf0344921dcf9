package breachresponse.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import breachresponse.incident.Facts;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.incident.Milestone;
import breachresponse.incident.Vocabulary;
import breachresponse.obligation.Obligation;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.desk.Words;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Proposes the text of a filing, in Markdown, from what is known of the case. */
@Component
class ProposedFiling {

  private static final String UNKNOWN = "not known yet";

  private final Template template = read();
  private final Incidents incidents;
  private final Vocabulary vocabulary;
  private final ResponsePlan plan;
  private final Words words;

  ProposedFiling(Incidents incidents, Vocabulary vocabulary, ResponsePlan plan, Words words) {
    this.incidents = incidents;
    this.vocabulary = vocabulary;
    this.plan = plan;
    this.words = words;
  }

  /** What GDPR Art 33(3) asks for; other recipients ask for no more than that. */
  String of(Obligation obligation) {
    var incident = incidents.get(obligation.caseNumber());
    var facts =
        incidents
            .facts(obligation.caseNumber())
            .map(FactsVersion::facts)
            .orElseGet(() -> Facts.first(null, plan.facts()));
    var values = new HashMap<String, Object>(values(facts, obligation.clock().zone()));
    values.put(
        "told", at(facts.clocks().get(Milestone.INDIVIDUALS_NOTIFIED), obligation.clock().zone()));
    values.put("step", obligation.duty().step().name().toLowerCase(Locale.ROOT));
    values.put("recipient", obligation.duty().recipientName());
    values.put("citation", obligation.duty().citation());
    values.put("regime", obligation.duty().regime());
    values.put("caseNumber", obligation.caseNumber().value());
    values.put("description", incident.description());
    values.put("organisation", plan.organisation());
    values.put("email", plan.contact().email());
    values.put("phone", plan.contact().phone());
    values.put("unknown", UNKNOWN);
    return template.execute(values);
  }

  private Map<String, Object> values(Facts facts, ZoneId zone) {
    return Map.of(
        "breach", listed(facts.breach(), aspect -> aspect.name().toLowerCase(Locale.ROOT)),
        "occurrence", at(facts.clocks().get(Milestone.OCCURRENCE), zone),
        "awareAt", at(facts.awareAt(), zone),
        "containment", at(facts.clocks().get(Milestone.CONTAINMENT), zone),
        "cause", known(facts.account().cause()),
        "people", listed(facts.affected(), ProposedFiling::place),
        "dataCategories", listed(facts.dataCategories(), vocabulary::dataCategory),
        "unreadable", facts.protection().unreadable() ? "yes" : "no",
        "consequences", known(facts.account().consequences()),
        "measures", known(facts.account().measures()));
  }

  private static <T> String listed(Collection<T> values, Function<T, String> word) {
    if (values == null) {
      return UNKNOWN;
    }
    return values.isEmpty() ? "none" : values.stream().map(word).sorted().collect(joining(", "));
  }

  private static String place(Facts.Affected affected) {
    return "%s in %s"
        .formatted(affected.people() == null ? UNKNOWN : affected.people(), affected.residence());
  }

  private String at(OffsetDateTime time, ZoneId zone) {
    return time == null ? UNKNOWN : words.at(time.toInstant(), zone);
  }

  private static String known(String account) {
    return account == null ? UNKNOWN : account;
  }

  private static Template read() {
    try {
      var text = new ClassPathResource("filings/filing.md").getContentAsString(UTF_8);
      return Mustache.compiler().escapeHTML(false).compile(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
