package breachresponse.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What axe-core calls serious in a page: it keeps somebody from reading or using it. */
final class Faults {

  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private Faults() {}

  /** Each with the rule, and the elements that break it. */
  static List<String> serious(Page page, String... parts) {
    // no script runs in the frames that show mails, that of axe-core neither
    var axe = new AxeBuilder(page).exclude(List.of("iframe"));
    for (var part : parts) {
      axe.include(List.of(part));
    }
    return axe.analyze().getViolations().stream()
        .filter(rule -> SERIOUS.contains(rule.getImpact()))
        .map(
            rule ->
                "%s: %s"
                    .formatted(
                        rule.getId(),
                        rule.getNodes().stream().map(node -> node.getHtml()).toList()))
        .toList();
  }
}
