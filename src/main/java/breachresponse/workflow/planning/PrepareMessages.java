package breachresponse.workflow.planning;

import breachresponse.notice.Samples;
import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.plan.ResponsePlan.HoldingStatement;
import breachresponse.workflow.forms.Answers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is said in the first hour, written in calm. */
@Component
class PrepareMessages implements PlanSection {

  /** From which criticality on there is a text of its own. */
  private static final List<Integer> LEVELS = List.of(2, 4, 6);

  private final Samples samples;

  PrepareMessages(Samples samples) {
    this.samples = samples;
  }

  @Override
  public String task() {
    return "prepareMessages";
  }

  @Override
  public Map<String, Object> shown(PlanContent draft) {
    var shown = new HashMap<String, Object>();
    for (var language : Samples.LANGUAGES) {
      shown.put(field(LEVELS.get(0), language), Samples.holdingTemplate(language));
    }
    for (var statement : draft.holdingStatements()) {
      shown.put(field(statement.level(), statement.language()), statement.text());
    }
    shown.put("sample", samples.holding(draft, LEVELS.get(0)).body());
    return shown;
  }

  @Override
  public PlanContent settled(PlanContent draft, Answers answers) {
    return PlanContentBuilder.builder(draft)
        .holdingStatements(LEVELS.stream().flatMap(level -> statements(level, answers)).toList())
        .build();
  }

  private static Stream<HoldingStatement> statements(int level, Answers answers) {
    return Samples.LANGUAGES.stream().flatMap(language -> statement(level, language, answers));
  }

  private static Stream<HoldingStatement> statement(int level, String language, Answers answers) {
    var field = field(level, language);
    var text = answers.text(field).orElse("");
    var faults = Samples.faultsOfHolding(text);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(field + ": " + String.join("; ", faults));
    }
    return text.isEmpty() ? Stream.empty() : Stream.of(new HoldingStatement(level, language, text));
  }

  private static String field(int level, String language) {
    return language + level;
  }
}
