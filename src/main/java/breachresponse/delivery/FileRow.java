package breachresponse.delivery;

import java.util.List;
import java.util.Locale;

/**
 * A row with its line in the file.
 *
 * @param address of the row as it is compared: letters before the @ may be large or small (RFC 5321
 *     section 2.4), but hardly any mail system tells the one from the other
 * @param otherIds of later rows with this address
 */
record FileRow(long line, RecipientRow row, String address, List<String> otherIds) {

  FileRow(long line, RecipientRow row) {
    this(line, row, row.email().toLowerCase(Locale.ROOT), List.of());
  }

  /** The address as the row has it; null if that is as it is compared. */
  String written() {
    return row.email().equals(address) ? null : row.email();
  }

  FileRow withGroups(String groups) {
    return new FileRow(line, row.withGroups(groups), address, otherIds);
  }

  FileRow withOtherIds(List<String> ids) {
    return new FileRow(line, row, address, ids);
  }

  /** What {@link RecipientRow#line(long)} has written. */
  static FileRow ofLine(String text) {
    var end = text.indexOf('\t');
    return new FileRow(
        Long.parseLong(text, 0, end, 10), RecipientRow.ofLine(text.substring(end + 1)));
  }
}
