package breachresponse;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a picture of what Linux tells of its devices. */
class EncryptedDiskTest {

  @TempDir Path sys;
  @TempDir Path data;

  private Path device;

  @BeforeEach
  void theDeviceOfTheDataFolder() throws IOException {
    var number = (long) Files.getAttribute(data, "unix:dev");
    device = sys.resolve("dev/block/%d:%d".formatted(number >> 8 & 0xfff, number & 0xff));
    Files.createDirectories(device);
  }

  @Test
  void a_disk_under_luks_is_taken() throws IOException {
    called(device, "CRYPT-LUKS2-0c1d-data");

    assertThatCode(this::demand).doesNotThrowAnyException();
  }

  @Test
  void a_volume_all_of_whose_disks_are_under_luks_is_taken() throws IOException {
    called(device, "LVM-Yd8x");
    called(device.resolve("slaves/dm-0"), "CRYPT-LUKS2-0c1d-pv");

    assertThatCode(this::demand).doesNotThrowAnyException();
  }

  @Test
  void a_volume_with_a_plain_disk_among_others_is_refused() throws IOException {
    called(device, "LVM-Yd8x");
    called(device.resolve("slaves/dm-0"), "CRYPT-LUKS2-0c1d-pv");
    Files.createDirectories(device.resolve("slaves/sdb"));

    assertThatThrownBy(this::demand).hasMessageContaining("breach.encrypted-disk");
  }

  @Test
  void a_plain_disk_is_refused_with_the_folder_and_the_remedy() {
    assertThatThrownBy(this::demand)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(data.toString())
        .hasMessageContaining("move it to one");
  }

  private void demand() throws IOException {
    new EncryptedDisk(sys).demand(data);
  }

  private static void called(Path device, String name) throws IOException {
    Files.createDirectories(device.resolve("dm"));
    Files.writeString(device.resolve("dm/uuid"), name + "\n");
  }
}
