package breachresponse.workflow.planning;

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

  private static final List<Integer> LEVELS = List.of(2, 4, 6);
  private static final List<String> LANGUAGES = List.of("en", "es");

  @Override
  public String task() {
    return "prepareMessages";
  }

  @Override
  public Map<String, Object> shown(PlanContent draft) {
    var shown = new HashMap<String, Object>();
    for (var statement : draft.holdingStatements()) {
      shown.put(field(statement.level(), statement.language()), statement.text());
    }
    return shown;
  }

  @Override
  public PlanContent settled(PlanContent draft, Answers answers) {
    return PlanContentBuilder.builder(draft)
        .holdingStatements(LEVELS.stream().flatMap(level -> statements(level, answers)).toList())
        .build();
  }

  private static Stream<HoldingStatement> statements(int level, Answers answers) {
    return LANGUAGES.stream()
        .flatMap(
            language ->
                answers
                    .text(field(level, language))
                    .map(text -> new HoldingStatement(level, language, text))
                    .stream());
  }

  private static String field(int level, String language) {
    return language + level;
  }
}
