package breachresponse.print;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;

/**
 * Pages of ours on paper: tagged for those who have them read out (PDF/UA), and to be kept (PDF/A).
 * Nothing is loaded for it but the font, {@code Liberation Sans}.
 */
public final class Pdf {

  /** Has Latin, Greek and Cyrillic letters, which the fonts of PDF itself lack. */
  private static final ClassPathResource FONT =
      new ClassPathResource(
          "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf", PDDocument.class);

  /** A long one takes hundreds of megabytes while it is laid out: one at a time. */
  private static final Semaphore ONE = new Semaphore(1, true);

  static {
    // it writes to standard error of itself
    XRLog.setLoggerImpl(new Slf4jLogger());
  }

  private Pdf() {}

  /**
   * @param html well-formed XML, with a title and a language
   */
  public static void write(String html, OutputStream out) {
    ONE.acquireUninterruptibly();
    try (var document = new PDDocument();
        var font = font()) {
      new PdfRendererBuilder()
          .usePDDocument(document)
          .useFont(new PDFontSupplier(PDType0Font.load(document, font, true)), "Liberation Sans")
          .usePdfUaAccessibility(true)
          .usePdfAConformance(PdfAConformance.PDFA_2_U)
          .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
          .withProducer("breach-response")
          .withHtmlContent(html, null)
          .toStream(out)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ONE.release();
    }
  }

  /** Without ligatures: looking for them takes nine tenths of the time. */
  private static TrueTypeFont font() throws IOException {
    try (var file = FONT.getInputStream()) {
      var font = new TTFParser().parse(new RandomAccessReadBuffer(file));
      font.setEnableGsub(false);
      return font;
    }
  }
}
