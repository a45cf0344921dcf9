package breachresponse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the tests of this build reach, a name a line; the build forgets those of the one before. */
public enum Reached {
  /** Flow nodes, as {@code process/node}. */
  NODES("reached-nodes.txt"),
  /** Forms that a browser has shown, by their file names. */
  FORMS("reached-forms.txt");

  private final Path file;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  Reached(String file) {
    this.file = Path.of("target", file);
  }

  /**
   * @return whether it is the first time in this JVM
   */
  public boolean add(String name) {
    var isNew = known.add(name);
    if (isNew) {
      write(name);
    }
    return isNew;
  }

  /** By the tests of all JVMs. */
  public List<String> all() {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void write(String name) {
    try {
      Files.writeString(
          file,
          name + System.lineSeparator(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
