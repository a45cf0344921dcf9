package breachresponse.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Rows in the order of their addresses, however many there are: runs of them are sorted in memory,
 * kept on disk and merged. An index into which a million addresses go in no order has the database
 * write most of its pages again for each few of them.
 */
class SortedRows implements AutoCloseable {

  private static final Comparator<FileRow> BY_ADDRESS =
      (one, other) -> one.address().compareTo(other.address());
  private static final int BUFFER = 1 << 16;

  private final List<FileChannel> runs = new ArrayList<>();

  void add(List<FileRow> rows) {
    try {
      // Nobody else can open it, and nothing of it is left after a crash.
      var run =
          FileChannel.open(
              Files.createTempFile("recipients", ".tmp"),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      runs.add(run);
      rows.sort(BY_ADDRESS);
      var out = new BufferedWriter(Channels.newWriter(run, UTF_8.newEncoder(), BUFFER), BUFFER);
      for (var row : rows) {
        out.write(row.row().line(row.line()));
        out.write('\n');
      }
      out.flush();
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Of those with the same address, who came first comes first. */
  Merge merge() {
    return new Merge();
  }

  @Override
  public void close() {
    for (var run : runs) {
      try {
        run.close();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }

  /** Goes once through all rows. */
  class Merge {

    private final PriorityQueue<Run> next =
        new PriorityQueue<>(
            Comparator.comparing((Run run) -> run.row, BY_ADDRESS)
                .thenComparing(run -> run.number));

    private Merge() {
      for (var number = 0; number < runs.size(); number++) {
        offer(new Run(number, runs.get(number)));
      }
    }

    /** Whether the next row has that address too. */
    boolean goesOnWith(String address) {
      return !next.isEmpty() && next.peek().row.address().equals(address);
    }

    /** Nothing at the end. */
    FileRow next() {
      var first = next.poll();
      if (first == null) {
        return null;
      }
      var row = first.row;
      offer(first);
      return row;
    }

    private void offer(Run run) {
      if (run.advance()) {
        next.offer(run);
      }
    }
  }

  private static class Run {

    private final int number;
    private final BufferedReader lines;
    private FileRow row;

    Run(int number, FileChannel file) {
      try {
        file.position(0);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      this.number = number;
      this.lines = new BufferedReader(Channels.newReader(file, UTF_8.newDecoder(), BUFFER), BUFFER);
    }

    boolean advance() {
      try {
        var line = lines.readLine();
        if (line == null) {
          return false;
        }
        row = FileRow.ofLine(line);
        return true;
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
