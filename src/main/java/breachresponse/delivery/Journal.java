package breachresponse.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import breachresponse.delivery.Batches.Batch;
import breachresponse.delivery.Carrier.Outcome;
import breachresponse.delivery.Carrier.Taken;
import breachresponse.delivery.Carrier.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What this node has in hand, written down letter by letter. A batch is marked in the database all
 * at once; if the process is killed before, its page here tells which letters had been taken.
 * Nothing is forced to disk: the operating system keeps what a dead process has written.
 */
@Component
class Journal {

  /** How far a letter came; the last is what counts. */
  enum Trace {
    BEGUN("?"),
    TAKEN("+"),
    NOT_TAKEN("-");

    private final String sign;

    Trace(String sign) {
      this.sign = sign;
    }

    private static Trace of(String sign) {
      return Stream.of(values()).filter(trace -> trace.sign.equals(sign)).findFirst().orElseThrow();
    }
  }

  private static final Logger log = LoggerFactory.getLogger(Journal.class);

  private final Path folder;
  private final long node;

  /** Says which node this is, also after it was started anew. */
  Journal(@Value("${breach.data-dir}") Path dataDir) {
    folder = dataDir.resolve("in-hand");
    try {
      Files.createDirectories(folder);
      node =
          UUID.fromString(Files.readString(named(folder.resolve("node")))).getMostSignificantBits();
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
  }

  private static Path named(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        Files.writeString(file, UUID.randomUUID().toString(), StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException another) {
        log.debug("Another process has just named the node", another);
      }
    }
    return file;
  }

  /** A new owner of batches, whom this node knows again. */
  UUID owner() {
    return new UUID(node, ThreadLocalRandom.current().nextLong());
  }

  boolean knows(UUID owner) {
    return owner.getMostSignificantBits() == node;
  }

  /** The page of a batch, with what dead owners on this node have left on it. */
  Page open(Batch batch) {
    try {
      return new Page(folder.resolve(batch.noticeId() + "." + batch.number()));
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
  }

  /** The letters of one batch, in the order in which things happened. */
  static final class Page implements AutoCloseable {

    // What was cut off, because the disk was full, is no line.
    private static final Pattern LINE = Pattern.compile("([?+-])(\\d+)\\.");

    private final Path file;
    private final Map<Long, Trace> found = new HashMap<>();
    private FileChannel channel;

    private Page(Path file) throws IOException {
      this.file = file;
      if (Files.isRegularFile(file)) {
        try (var lines = Files.lines(file)) {
          lines.map(LINE::matcher).filter(Matcher::matches).forEach(this::find);
        }
      }
    }

    private void find(Matcher line) {
      found.put(Long.valueOf(line.group(2)), Trace.of(line.group(1)));
    }

    /** How far the letter had come before the page was opened. */
    Optional<Trace> found(long recipient) {
      return Optional.ofNullable(found.get(recipient));
    }

    /**
     * @throws UncheckedIOException if it can't be written, so that the letter must not leave
     */
    void begin(long recipient) {
      try {
        write(Trace.BEGUN, recipient);
      } catch (IOException full) {
        throw new UncheckedIOException(full);
      }
    }

    /** The letter is marked in the database too: if this can't be written, that may suffice. */
    void end(long recipient, Outcome outcome) {
      try {
        if (!(outcome instanceof Unknown)) {
          write(outcome instanceof Taken ? Trace.TAKEN : Trace.NOT_TAKEN, recipient);
        }
      } catch (IOException full) {
        log.warn("The journal of letters in hand can't be written", full);
      }
    }

    private void write(Trace trace, long recipient) throws IOException {
      if (channel == null) {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
      var line = trace.sign + recipient + ".\n";
      channel.write(ByteBuffer.wrap(line.getBytes(US_ASCII)));
    }

    /** Once all is marked nobody needs it; what is left by mistake does no harm. */
    void remove() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException kept) {
        log.warn("A page of the journal of letters in hand can't be removed", kept);
      }
    }

    @Override
    public void close() {
      try {
        if (channel != null) {
          channel.close();
        }
      } catch (IOException gone) {
        log.warn("A page of the journal of letters in hand can't be closed", gone);
      }
    }
  }
}
