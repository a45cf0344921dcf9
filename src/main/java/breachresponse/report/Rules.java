package breachresponse.report;

import breachresponse.evidence.Governing;
import breachresponse.evidence.GoverningRules;
import breachresponse.evidence.GoverningTables;
import breachresponse.identity.Names;
import breachresponse.plan.Plans;
import breachresponse.print.ShownTime;
import breachresponse.register.RegisterLine;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** By which plan, diagrams and tables the case was answered. */
@Component
class Rules implements Chapter {

  /** One version that held. */
  record Shown(String kind, String name, int version, String from, String until, String sha256) {}

  private final Plans plans;
  private final GoverningRules rules;
  private final GoverningTables tables;
  private final Names names;

  Rules(Plans plans, GoverningRules rules, GoverningTables tables, Names names) {
    this.plans = plans;
    this.rules = rules;
    this.tables = tables;
    this.names = names;
  }

  @Override
  public Map<String, Object> of(RegisterLine breach, ShownTime time) {
    var caseNumber = breach.incident().caseNumber();
    return Map.of(
        "rules",
        Stream.of(
                plans.governing(caseNumber).stream().map(plan -> shown(plan, time)),
                tables.of(caseNumber).stream().map(table -> shown("table", table, time)),
                rules.diagrams(caseNumber).stream().map(rule -> shown("diagram", rule, time)))
            .flatMap(all -> all)
            .toList());
  }

  private static Shown shown(Plans.Governing plan, ShownTime time) {
    return new Shown(
        "plan", "response plan", plan.version(), time.at(plan.from()), "", plan.sha256());
  }

  private Shown shown(String kind, Governing governing, ShownTime time) {
    var rule = governing.rule();
    return new Shown(
        kind,
        names.ofRule(rule.key()),
        rule.version(),
        time.at(governing.from()),
        governing.until().map(time::at).orElse(""),
        rule.sha256());
  }
}
