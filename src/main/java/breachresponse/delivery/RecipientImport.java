package breachresponse.delivery;

import breachresponse.delivery.Recipients.ImportReport;
import breachresponse.delivery.Recipients.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
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
    List<RecipientRow> add(long firstNumber, List<FileRow> rows);
  }

  private static final int SORTED_TOGETHER = 20_000;
  // In fewer commits H2 writes more of them twice, in more of them PostgreSQL takes longer.
  private static final int WRITTEN_TOGETHER = 5_000;
  private static final int ROWS_NAMED = 100;
  private static final String TOO_LATE =
      "groups: a notice is released to this address without some of them, please have the person told of these in another way";
  private static final String TOO_MANY =
      "groups: all rows with this address together have more than 10, please leave some out";
  private static final String OTHER_RESIDENCE =
      "residence: an earlier row with this address has none or another one, which holds, please have the list taken back if it is wrong";
  // Who was refused is kept in memory until the end; a file with more of them is another one.
  private static final int MOST_REFUSED = 200_000;

  private final List<Refused> refused = new ArrayList<>();
  private final List<String> refusedPeople = new ArrayList<>();
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger duplicates = new AtomicInteger();
  private final AtomicInteger differing = new AtomicInteger();
  private final AtomicInteger refusedRows = new AtomicInteger();
  private final Map<Long, String> differences = new ConcurrentSkipListMap<>();

  /**
   * @param writer is called in the calling thread
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
          accepted.get(),
          duplicates.get(),
          differing.get(),
          differences.entrySet().stream()
              .map(row -> new Refused(row.getKey(), row.getValue()))
              .toList(),
          refusedRows.get(),
          List.copyOf(refused));
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
      ExecutorService reader, Callable<List<FileRow>> parts, Consumer<List<FileRow>> taker) {
    var next = reader.submit(parts);
    for (var rows = got(next); !rows.isEmpty(); rows = got(next)) {
      next = reader.submit(parts);
      taker.accept(rows);
    }
  }

  private List<FileRow> read(RecipientFile file) {
    var rows = new ArrayList<FileRow>();
    while (rows.size() < SORTED_TOGETHER) {
      var line = file.next();
      if (line.isEmpty()) {
        break;
      }
      read.incrementAndGet();
      line.get()
          .row()
          .ifPresentOrElse(
              row -> rows.add(new FileRow(line.get().number(), row)), () -> refuse(line.get()));
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
    if (refused.size() < ROWS_NAMED) {
      refused.add(new Refused(line.number(), line.wrong()));
    }
  }

  private List<FileRow> next(SortedRows.Merge merge) {
    var rows = new ArrayList<FileRow>(WRITTEN_TOGETHER);
    while (rows.size() < WRITTEN_TOGETHER) {
      var row = merge.next();
      if (row == null) {
        break;
      }
      rows.add(withOthers(row, merge));
    }
    return rows;
  }

  /** Of those with one address the first is taken, with the groups of all. */
  private FileRow withOthers(FileRow first, SortedRows.Merge merge) {
    if (!merge.goesOnWith(first.address())) {
      return first;
    }
    var person = first;
    var otherIds = new ArrayList<String>();
    while (merge.goesOnWith(first.address())) {
      var other = merge.next();
      person = person.withGroups(groups(person.row(), other, false));
      otherIds.add(other.row().id());
      duplicates.incrementAndGet();
    }
    return person.withOtherIds(otherIds);
  }

  /**
   * What groups a person is in who has another row. Where that says more than can be taken it is
   * kept with the differences.
   *
   * @param released whether a notice is, so that the person stays as it was signed
   */
  String groups(RecipientRow person, FileRow again, boolean released) {
    var other = again.row();
    var both = Groups.ofBoth(person.groups(), other.groups());
    if (released && !both.equals(person.groups())) {
      differs(again, TOO_LATE);
      return person.groups();
    }
    if (Groups.areTooMany(both)) {
      differs(again, TOO_MANY);
      return person.groups();
    }
    if (!other.residence().isEmpty() && !other.residence().equals(person.residence())) {
      differs(again, OTHER_RESIDENCE);
    }
    return both;
  }

  private void differs(FileRow row, String how) {
    if (differing.incrementAndGet() <= ROWS_NAMED) {
      differences.put(row.line(), how);
    }
  }

  private List<RecipientRow> write(List<FileRow> rows, long number, Writer writer) {
    var added = writer.add(number, rows);
    accepted.addAndGet(added.size());
    duplicates.addAndGet(rows.size() - added.size());
    return added;
  }

  private static List<FileRow> got(Future<List<FileRow>> rows) {
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
