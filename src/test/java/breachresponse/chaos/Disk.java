package breachresponse.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder on a disk of its own, which is in memory. To mount it takes root. */
final class Disk implements AutoCloseable {

  private static final String SIZE = "600m";
  private static final int BLOCK = 4096;
  // The database may give back some of its blocks meanwhile.
  private static final int NEXT_TO_NOTHING = 1 << 20;

  private final Path folder;
  private final Path ballast;

  Disk(Path folder) throws Exception {
    this.folder = Files.createDirectories(folder);
    ballast = folder.resolve("ballast");
    run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString());
  }

  /** To the last block. */
  void fill() throws IOException {
    try (var out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(new byte[BLOCK]);
      }
    } catch (IOException full) {
      if (Files.getFileStore(folder).getUsableSpace() > NEXT_TO_NOTHING) {
        throw full;
      }
    }
  }

  void makeRoom() throws IOException {
    Files.delete(ballast);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    var exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("%s: %d".formatted(String.join(" ", command), exit));
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    // A process that was killed lets go of it a moment later.
    run("umount", "--lazy", folder.toString());
  }
}
