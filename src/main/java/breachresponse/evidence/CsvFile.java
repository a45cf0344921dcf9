package breachresponse.evidence;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Rows for spreadsheets: what they could take for a formula is made plain text. */
public final class CsvFile {

  private final CsvWriter rows;

  public CsvFile(OutputStream out) {
    rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
  }

  /** Adds a row; null and empty {@link Optional} make empty cells. */
  public CsvFile row(Object... cells) {
    rows.writeRecord(Arrays.stream(cells).map(CsvFile::cell).toArray(String[]::new));
    return this;
  }

  public void flush() {
    try {
      rows.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cell(Object value) {
    var plain = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
    var text = plain == null ? "" : text(plain);
    return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
  }

  /** Closed choices as they are written everywhere outside: {@code false-alarm}. */
  public static String text(Object value) {
    return value instanceof Enum<?> choice
        ? choice.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : value.toString();
  }
}
