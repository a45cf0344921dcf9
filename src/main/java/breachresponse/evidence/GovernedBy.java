package breachresponse.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import breachresponse.incident.CaseNumber;
import breachresponse.plan.Plans;
import breachresponse.signoff.SignOffs;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which plan, diagrams and tables held for a case, as files of its evidence. */
@Component
class GovernedBy {

  private static final String FOLDER = "governed-by/";

  /**
   * @param version 0 is the default of the settings, which nobody signed
   * @param file its content, whose SHA-256 it is; null if nobody has kept it
   * @param booklet what was signed; null if nobody did
   */
  record PlanJson(int version, String sha256, Instant from, String file, String booklet) {}

  /**
   * @param file whose SHA-256 it is; null if it was deleted from the engine
   */
  record RuleJson(
      String key,
      int version,
      Instant deployedAt,
      String sha256,
      Instant from,
      Optional<Instant> until,
      String file) {}

  record Rules(List<PlanJson> plan, List<RuleJson> diagrams, List<RuleJson> tables) {}

  private final Plans plans;
  private final SignOffs signOffs;
  private final GoverningRules rules;
  private final GoverningTables tables;
  private final ObjectMapper json;

  GovernedBy(
      Plans plans,
      SignOffs signOffs,
      GoverningRules rules,
      GoverningTables tables,
      ObjectMapper json) {
    this.plans = plans;
    this.signOffs = signOffs;
    this.rules = rules;
    this.tables = tables;
    this.json = json;
  }

  void addTo(SealedZip zip, CaseNumber caseNumber) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    var all =
        new Rules(
            plans.governing(caseNumber).stream().map(plan -> plan(plan, files)).toList(),
            rules.diagrams(caseNumber).stream().map(diagram -> rule(diagram, files)).toList(),
            tables.of(caseNumber).stream().map(table -> rule(table, files)).toList());
    zip.add("governed-by.json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
    for (var file : files.entrySet()) {
      zip.add(file.getKey(), file.getValue());
    }
  }

  private PlanJson plan(Plans.Governing plan, Map<String, byte[]> files) {
    var kept = plans.content(plan);
    var name = FOLDER + "response-plan-" + plan.version();
    return new PlanJson(
        plan.version(),
        plan.sha256(),
        plan.from(),
        kept.map(version -> add(files, name + ".json", version.json().getBytes(UTF_8)))
            .orElse(null),
        kept.flatMap(version -> version.documentId())
            .map(id -> add(files, name + ".md", signOffs.get(id).content().getBytes(UTF_8)))
            .orElse(null));
  }

  private RuleJson rule(Governing governing, Map<String, byte[]> files) {
    var rule = governing.rule();
    return new RuleJson(
        rule.key(),
        rule.version(),
        rule.deployedAt(),
        rule.sha256(),
        governing.from(),
        governing.until(),
        rules
            .source(rule)
            .map(source -> add(files, FOLDER + rule.fileName(), source))
            .orElse(null));
  }

  private static String add(Map<String, byte[]> files, String name, byte[] content) {
    files.put(name, content);
    return name;
  }
}
