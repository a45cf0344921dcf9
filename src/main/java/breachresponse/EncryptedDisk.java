package breachresponse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a folder is on a disk that Linux encrypts (dm-crypt, as of LUKS), itself or below LVM.
 */
class EncryptedDisk {

  private final Path sys;

  /**
   * @param sys where Linux tells of its devices
   */
  EncryptedDisk(Path sys) {
    this.sys = sys;
  }

  void demand(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (!has(folder)) {
      throw new IllegalStateException(
          "breach.encrypted-disk: the data folder %s is not on a disk encrypted by dm-crypt; move it to one, or leave the setting out where something else encrypts it"
              .formatted(folder.toAbsolutePath().normalize()));
    }
  }

  private boolean has(Path folder) throws IOException {
    var device = (long) Files.getAttribute(folder, "unix:dev");
    return isEncrypted(sys.resolve("dev/block/%d:%d".formatted(major(device), minor(device))));
  }

  private static boolean isEncrypted(Path device) throws IOException {
    var name = device.resolve("dm/uuid");
    if (Files.exists(name) && Files.readString(name).startsWith("CRYPT-")) {
      return true;
    }
    var below = device.resolve("slaves");
    if (!Files.isDirectory(below)) {
      return false;
    }
    try (var disks = Files.list(below)) {
      var all = disks.toList();
      for (var disk : all) {
        if (!isEncrypted(disk)) {
          return false;
        }
      }
      return !all.isEmpty();
    }
  }

  /** As makedev(3) puts them together. */
  private static long major(long device) {
    return (device >>> 8 & 0xfff) | (device >>> 32 & ~0xfffL);
  }

  private static long minor(long device) {
    return (device & 0xff) | (device >>> 12 & ~0xffL);
  }
}
