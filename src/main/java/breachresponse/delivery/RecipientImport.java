package breachresponse.delivery;

import breachresponse.delivery.Recipients.ImportReport;
import breachresponse.delivery.Recipients.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A file on its way into the list: all of it is read, checked and sorted before the first row is
 * written. While some rows are sorted or written another thread gets the next ones, so that two
 * parts are in memory at most, however long the file is.
 */
class RecipientImport {

  /** Adds rows, numbered from that number on, and gives back those that were not there already. */
  interface Writer {
    List<RecipientRow> add(long firstNumber, List<RecipientRow> rows);
  }

  private static final int SORTED_TOGETHER = 20_000;
  private static final int WRITTEN_TOGETHER = 10_000;
  private static final int REFUSED_ROWS_KEPT = 100;
  // Who was refused is kept in memory until the end; a file with more of them is another one.
  private static final int MOST_REFUSED = 200_000;

  private final List<Refused> refused = new ArrayList<>();
  private final List<String> refusedPeople = new ArrayList<>();
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger duplicates = new AtomicInteger();
  private final AtomicInteger refusedRows = new AtomicInteger();
  private String last = "";

  /**
   * @param writer is called in the calling thread, whose transaction it is
   * @param digest takes in what was added, in another thread that has ended on return
   * @throws IllegalArgumentException if the file is broken, or too many of its rows are refused
   */
  ImportReport run(RecipientFile file, long firstNumber, Writer writer, ListDigest digest) {
    var reader = Executors.newSingleThreadExecutor();
    try (var sorted = new SortedRows()) {
      eachPart(reader, () -> read(file), sorted::add);
      var merge = sorted.merge();
      eachPart(
          reader,
          () -> next(merge),
          rows -> {
            var number = firstNumber + accepted.get();
            var added = write(rows, number, writer);
            reader.execute(() -> digest.add(number, added));
          });
      return new ImportReport(
          accepted.get(), duplicates.get(), refusedRows.get(), List.copyOf(refused));
    } finally {
      end(reader);
    }
  }

  /** Whose rows were refused, once it has run, as far as they say. */
  List<String> refusedPeople() {
    return refusedPeople;
  }

  Recipients.Progress progress() {
    return new Recipients.Progress(
        true, read.get(), accepted.get(), duplicates.get(), refusedRows.get());
  }

  /** One part is taken while the next one is being got; an empty one is the end. */
  private static void eachPart(
      ExecutorService reader,
      Callable<List<RecipientRow>> parts,
      Consumer<List<RecipientRow>> taker) {
    var next = reader.submit(parts);
    for (var rows = got(next); !rows.isEmpty(); rows = got(next)) {
      next = reader.submit(parts);
      taker.accept(rows);
    }
  }

  private List<RecipientRow> read(RecipientFile file) {
    var rows = new ArrayList<RecipientRow>();
    while (rows.size() < SORTED_TOGETHER) {
      var line = file.next();
      if (line.isEmpty()) {
        break;
      }
      read.incrementAndGet();
      line.get().row().ifPresentOrElse(rows::add, () -> refuse(line.get()));
    }
    return rows;
  }

  private void refuse(RecipientFile.Line line) {
    if (refusedRows.incrementAndGet() > MOST_REFUSED) {
      throw new IllegalArgumentException(
          "file: more than %d rows are refused, the first in line %d: %s; please mend them, nothing was added"
              .formatted(MOST_REFUSED, refused.get(0).line(), refused.get(0).reason()));
    }
    if (!line.person().isEmpty()) {
      refusedPeople.add(line.person());
    }
    if (refused.size() < REFUSED_ROWS_KEPT) {
      refused.add(new Refused(line.number(), line.wrong()));
    }
  }

  /** Of those with one address the first is taken. */
  private List<RecipientRow> next(SortedRows.Merge merge) {
    var rows = new ArrayList<RecipientRow>(WRITTEN_TOGETHER);
    while (rows.size() < WRITTEN_TOGETHER) {
      var row = merge.next();
      if (row == null) {
        break;
      }
      if (row.email().equals(last)) {
        duplicates.incrementAndGet();
      } else {
        rows.add(row);
        last = row.email();
      }
    }
    return rows;
  }

  private List<RecipientRow> write(List<RecipientRow> rows, long number, Writer writer) {
    var added = writer.add(number, rows);
    accepted.addAndGet(added.size());
    duplicates.addAndGet(rows.size() - added.size());
    return added;
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

  /** Whoever has lent us the file and the digest takes them back once we return. */
  private static void end(ExecutorService reader) {
    reader.shutdown();
    try {
      reader.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
