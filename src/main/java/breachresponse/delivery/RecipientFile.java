package breachresponse.delivery;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A file of recipients, read row by row. */
class RecipientFile {

  /**
   * A row, or what is wrong with it.
   *
   * @param person whose it is if it is wrong, by {@link RefusedPeople#person}; empty if it does not
   *     say
   */
  record Line(long number, Optional<RecipientRow> row, String wrong, String person) {}

  private static final List<String> COLUMNS =
      List.of("id", "email", "name", "language", "residence");
  private static final String OPTIONAL = "groups";
  private static final String EXPECTED =
      "file: %s; it must be CSV in UTF-8 whose first line is "
          + String.join(",", COLUMNS)
          + " and, where there are any, "
          + OPTIONAL;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  // No honest row comes near; a quotation mark that nobody closed does.
  private static final int LONGEST_ROW = 10_000;

  private final Iterator<CsvRecord> records;
  private final int fields;
  // Of COLUMNS and OPTIONAL, in this order.
  private final int[] positions;
  private long line = 1;

  /**
   * @throws IllegalArgumentException if it does not begin as such a file does
   */
  RecipientFile(InputStream csv) {
    try {
      // InputStreamReader from a decoder refuses what is not UTF-8, from a charset it replaces it.
      var text =
          new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8.newDecoder()));
      skipByteOrderMark(text);
      records =
          CsvReader.builder()
              .fieldSeparator(separator(text))
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .allowExtraCharsAfterClosingQuote(false)
              .allowUnclosedQuote(false)
              .maxBufferSize(LONGEST_ROW)
              .ofCsvRecord(text)
              .iterator();
    } catch (IOException unreadable) {
      throw refusal(unreadable);
    }
    var header = header();
    fields = header.size();
    positions =
        Stream.concat(COLUMNS.stream(), Stream.of(OPTIONAL)).mapToInt(header::indexOf).toArray();
  }

  /**
   * @return the next line; nothing at the end
   * @throws IllegalArgumentException if the file is broken from here on
   */
  Optional<Line> next() {
    return nextRecord().map(this::line);
  }

  private Line line(CsvRecord record) {
    if (record.getFieldCount() != fields) {
      return new Line(
          line,
          Optional.empty(),
          "it has %d fields instead of %d, please correct it"
              .formatted(record.getFieldCount(), fields),
          RefusedPeople.person(leading(record, 0), leading(record, 1)));
    }
    try {
      var row =
          RecipientRow.of(
              field(record, 0),
              field(record, 1),
              field(record, 2),
              field(record, 3),
              field(record, 4),
              field(record, 5));
      return new Line(line, Optional.of(row), null, "");
    } catch (IllegalArgumentException wrong) {
      return new Line(
          line,
          Optional.empty(),
          wrong.getMessage(),
          RefusedPeople.person(field(record, 0), field(record, 1)));
    }
  }

  /** What stands before the name, where a comma too many is, and is not moved by it. */
  private String leading(CsvRecord record, int column) {
    return positions[column] < Math.min(positions[2], record.getFieldCount())
        ? field(record, column)
        : "";
  }

  private String field(CsvRecord record, int column) {
    var position = positions[column];
    return position < 0 ? "" : record.getField(position);
  }

  private List<String> header() {
    var names =
        nextRecord().map(CsvRecord::getFields).orElse(List.of()).stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .toList();
    var needed = new ArrayList<>(names);
    needed.remove(OPTIONAL);
    if (needed.size() != COLUMNS.size() || !Set.copyOf(needed).equals(Set.copyOf(COLUMNS))) {
      throw new IllegalArgumentException(EXPECTED.formatted("the first line is another"));
    }
    return names;
  }

  private Optional<CsvRecord> nextRecord() {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      var record = records.next();
      line = record.getStartingLineNumber();
      return Optional.of(record);
    } catch (UncheckedIOException | CsvParseException broken) {
      throw refusal(broken);
    }
  }

  private RuntimeException refusal(Exception broken) {
    var causes = Stream.iterate((Throwable) broken, c -> c != null, Throwable::getCause).toList();
    if (causes.stream().anyMatch(CharacterCodingException.class::isInstance)) {
      return new IllegalArgumentException(
          EXPECTED.formatted("after line %d it is not UTF-8".formatted(line)), broken);
    }
    if (causes.stream().anyMatch(IOException.class::isInstance)) {
      return new UncheckedIOException(
          new IOException("file: it could not be read to its end", broken));
    }
    return new IllegalArgumentException(
        EXPECTED.formatted("after line %d a quotation mark is missing or too many".formatted(line)),
        broken);
  }

  private static void skipByteOrderMark(BufferedReader text) throws IOException {
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
  }

  /** Excel writes semicolons where the comma is the decimal sign. */
  private static char separator(BufferedReader text) throws IOException {
    text.mark(1000);
    var start = new char[200];
    var length = Math.max(0, text.read(start));
    text.reset();
    var firstLine = new String(start, 0, length).lines().findFirst().orElse("");
    return firstLine.contains(";") ? ';' : ',';
  }
}
