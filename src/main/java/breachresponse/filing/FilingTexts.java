package breachresponse.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import breachresponse.filing.Dossier.Entry;
import breachresponse.notice.StyledPage;
import breachresponse.plan.ResponsePlan;
import breachresponse.print.ShownTime;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Writes dossiers down: in Markdown, to be edited, signed and filed, and as a page to print. */
@Component
public class FilingTexts {

  private final ResponsePlan plan;
  private final Template filing = template("filings/filing.md");
  private final Template withdrawal = template("filings/withdrawal.md");
  private final StyledPage page = new StyledPage("filings");

  FilingTexts(ResponsePlan plan) {
    this.plan = plan;
  }

  /** What the recipient is told: all of it, after what has changed since it was last told. */
  public String filing(Dossier dossier) {
    return filing.execute(shown(dossier)).replaceAll("\n{3,}", "\n\n");
  }

  /** That the recipient is asked to regard what it was told as withdrawn. */
  public String withdrawal(Dossier dossier, String reason) {
    var shown = shown(dossier);
    shown.put("reason", reason);
    return withdrawal.execute(shown);
  }

  /** Labels of what the recipient wants at once and nobody has recorded; empty if nothing. */
  public String missedAtOnce(Dossier dossier) {
    return entries(dossier).filter(Entry::isMissedAtOnce).map(Entry::label).collect(joining("; "));
  }

  public StyledPage page() {
    return page;
  }

  /** The page to print, in full. */
  public String page(Dossier dossier) {
    return page.with(shown(dossier));
  }

  private Map<String, Object> shown(Dossier dossier) {
    var shown = new HashMap<String, Object>();
    shown.put("dossier", dossier);
    shown.put("last", last(dossier).orElse(null));
    shown.put("asOf", at(dossier.asOf()));
    shown.put("organisation", plan.organisation());
    shown.put("email", plan.contact().email());
    shown.put("phone", plan.contact().phone());
    return shown;
  }

  private Optional<Map<String, Object>> last(Dossier dossier) {
    return dossier.filings().stream()
        .reduce((earlier, later) -> later)
        .map(
            told ->
                Map.of(
                    "at", at(told.at()),
                    "reference", Objects.requireNonNullElse(told.reference(), "")));
  }

  private String at(Instant instant) {
    return new ShownTime(plan.zone()).inFull(instant);
  }

  private static Stream<Entry> entries(Dossier dossier) {
    return dossier.sections().stream().flatMap(section -> section.entries().stream());
  }

  private static Template template(String file) {
    try {
      return Mustache.compiler()
          .escapeHTML(false)
          .emptyStringIsFalse(true)
          .compile(new ClassPathResource(file).getContentAsString(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
