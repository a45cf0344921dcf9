package breachresponse.api;

import breachresponse.notice.Markdown;
import breachresponse.notice.StyledPage;
import breachresponse.plan.PlanVersion;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A version of the response plan as a page, and as a PDF to have on paper. */
@Component
class BookletPage {

  /** Has Latin, Greek and Cyrillic letters, which the fonts of PDF itself lack. */
  private static final ClassPathResource FONT =
      new ClassPathResource("org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");

  private final StyledPage page = new StyledPage("booklet");

  BookletPage() {
    // it writes to standard error of itself
    XRLog.setLoggerImpl(new Slf4jLogger());
  }

  String html(PlanVersion version, String markdown) {
    return page.with(
        Map.of(
            "organisation", version.content().organisation(),
            "number", version.number(),
            "note",
                version.inForceFrom().isPresent()
                    ? ""
                    : "This version is not in force: nobody has signed it yet.",
            "body", Markdown.sheet(markdown)));
  }

  ResponseEntity.BodyBuilder guarded(ResponseEntity.BodyBuilder response) {
    return page.guarded(response);
  }

  /** Nothing is loaded for it but the font. */
  byte[] pdf(String html) {
    var pdf = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .useFont(BookletPage::font, "Liberation Sans")
          .withHtmlContent(html, null)
          .toStream(pdf)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private static InputStream font() {
    try {
      return FONT.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
