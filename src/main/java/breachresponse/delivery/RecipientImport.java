package breachresponse.delivery;

import static java.util.Comparator.comparing;

import breachresponse.delivery.Recipients.ImportReport;
import breachresponse.delivery.Recipients.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file on its way into the list. While some rows are written the next ones are read and checked,
 * so that two are in memory at most, however long the file is.
 */
class RecipientImport {

  /** Adds rows, numbered from that number on, and tells which were not there already. */
  interface Writer {
    List<RecipientRow> add(long firstNumber, List<RecipientRow> rows);
  }

  // Written in the order of their addresses: where a million of them go into their index one by
  // one, each row makes the database write another page of it.
  private static final int WRITTEN_TOGETHER = 100_000;
  private static final int REFUSED_ROWS_KEPT = 100;

  private final List<Refused> refused = new ArrayList<>();
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger duplicates = new AtomicInteger();
  private final AtomicInteger refusedRows = new AtomicInteger();

  /**
   * @param writer is called in the calling thread, whose transaction it is
   * @throws IllegalArgumentException if the file is broken
   */
  ImportReport run(RecipientFile file, long firstNumber, Writer writer) {
    var reader = Executors.newSingleThreadExecutor();
    try {
      var next = reader.submit(() -> read(file));
      for (var rows = got(next); !rows.isEmpty(); rows = got(next)) {
        next = reader.submit(() -> read(file));
        var added = writer.add(firstNumber + accepted.get(), rows).size();
        accepted.addAndGet(added);
        duplicates.addAndGet(rows.size() - added);
      }
      return new ImportReport(
          accepted.get(), duplicates.get(), refusedRows.get(), List.copyOf(refused));
    } finally {
      end(reader);
    }
  }

  Recipients.Progress progress() {
    return new Recipients.Progress(
        true, read.get(), accepted.get(), duplicates.get(), refusedRows.get());
  }

  /** Nothing is returned at the end of the file alone. */
  private List<RecipientRow> read(RecipientFile file) {
    var rows = new HashMap<String, RecipientRow>();
    while (rows.size() < WRITTEN_TOGETHER) {
      var line = file.next();
      if (line.isEmpty()) {
        break;
      }
      read.incrementAndGet();
      line.get().row().ifPresentOrElse(row -> accept(row, rows), () -> refuse(line.get()));
    }
    return rows.values().stream().sorted(comparing(RecipientRow::email)).toList();
  }

  private void accept(RecipientRow row, Map<String, RecipientRow> rows) {
    if (rows.putIfAbsent(row.email(), row) != null) {
      duplicates.incrementAndGet();
    }
  }

  private void refuse(RecipientFile.Line line) {
    refusedRows.incrementAndGet();
    if (refused.size() < REFUSED_ROWS_KEPT) {
      refused.add(new Refused(line.number(), line.wrong()));
    }
  }

  private static List<RecipientRow> got(Future<List<RecipientRow>> rows) {
    try {
      return rows.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException reason
          ? reason
          : new IllegalStateException(failed.getCause());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(hurried);
    }
  }

  /** Whoever has lent us the file takes it back once we return. */
  private static void end(ExecutorService reader) {
    reader.shutdown();
    try {
      reader.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
