package breachresponse.api;

import breachresponse.language.Catalogue;
import breachresponse.notice.Markdown;
import breachresponse.notice.StyledPage;
import breachresponse.plan.PlanVersion;
import breachresponse.print.Pdf;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A version of the response plan as a page, and as a PDF to have on paper. */
@Component
class BookletPage {

  private final Catalogue catalogue;
  private final StyledPage page = new StyledPage("booklet");

  BookletPage(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  String html(PlanVersion version, String markdown) {
    return page.with(
        Map.of(
            "language", language(markdown),
            "title",
                catalogue
                    .of("Response plan, version %d – %s")
                    .formatted(version.number(), version.content().organisation()),
            "subject", catalogue.of("Who answers a breach, and by what"),
            "note",
                version.inForceFrom().isPresent()
                    ? ""
                    : catalogue.of("This version is not in force: nobody has signed it yet."),
            "body", Markdown.sheet(markdown)));
  }

  /** A signed version stays in the language of its day. */
  private String language(String markdown) {
    return markdown.contains(catalogue.of("## Call list"))
        ? catalogue.locale().toLanguageTag()
        : Locale.ENGLISH.toLanguageTag();
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
