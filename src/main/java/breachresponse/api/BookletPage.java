package breachresponse.api;

import breachresponse.notice.StyledPage;
import breachresponse.plan.PlanVersion;
import breachresponse.print.Pdf;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A version of the response plan as a page, and as a PDF to have on paper. */
@Component
class BookletPage {

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .escapeHtml(true)
          .sanitizeUrls(true)
          .build();

  private final StyledPage page = new StyledPage("booklet");

  String html(PlanVersion version, String markdown) {
    return page.with(
        Map.of(
            "organisation", version.content().organisation(),
            "number", version.number(),
            "note",
                version.inForceFrom().isPresent()
                    ? ""
                    : "This version is not in force: nobody has signed it yet.",
            "body", HTML.render(PARSER.parse(markdown))));
  }

  ResponseEntity.BodyBuilder guarded(ResponseEntity.BodyBuilder response) {
    return page.guarded(response);
  }

  byte[] pdf(String html) {
    var pdf = new ByteArrayOutputStream();
    Pdf.write(html, pdf);
    return pdf.toByteArray();
  }
}
