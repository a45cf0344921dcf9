package breachresponse.workflow.decisions;

import breachresponse.obligation.ContentItem;
import breachresponse.obligation.Duty;
import breachresponse.obligation.RequiredContents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what a text must say from {@code contents.dmn}. */
@Component
class DmnRequiredContents implements RequiredContents {

  private final LegalTables tables;

  DmnRequiredContents(LegalTables tables) {
    this.tables = tables;
  }

  @Override
  public List<ContentItem> of(Duty duty) {
    return tables.latest().rows("contents", Map.of("duty", duty.id())).stream()
        .map(
            row ->
                new ContentItem(
                    (String) row.get("item"),
                    (String) row.get("citation"),
                    Optional.ofNullable((String) row.get("sign"))))
        .toList();
  }
}
