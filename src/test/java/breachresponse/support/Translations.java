package breachresponse.support;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A catalogue of texts as its file says. */
public final class Translations {

  private Translations() {}

  /** English, and what it is in the language. */
  public static Map<String, String> into(String language) {
    try (var rows =
        CsvReader.builder()
            .ofNamedCsvRecord(Path.of("src/main/resources/language", language + ".csv"))) {
      var texts = new LinkedHashMap<String, String>();
      rows.forEach(row -> texts.put(row.getField("source"), row.getField("target")));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
