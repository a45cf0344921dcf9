package breachresponse.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.security.DigestOutputStream;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP that ends with a manifest, which is signed: the SHA-256 of each file, as {@code sha256sum
 * -c} reads it.
 */
final class SealedZip {

  private final ZipOutputStream zip;
  private final StringBuilder manifest = new StringBuilder();

  SealedZip(OutputStream out) {
    zip = new ZipOutputStream(out, UTF_8);
  }

  void add(String name, byte[] content) throws IOException {
    write(name, out -> out.write(content));
  }

  void addCsv(String name, Consumer<CsvFile> rows) throws IOException {
    write(
        name,
        out -> {
          var csv = new CsvFile(out);
          rows.accept(csv);
          csv.flush();
        });
  }

  /** Each line ends with a line feed. */
  void addLines(String name, Consumer<Consumer<String>> lines) throws IOException {
    write(
        name,
        out -> {
          var text = new PrintWriter(out, false, UTF_8);
          lines.accept(line -> text.append(line).append('\n'));
          if (text.checkError()) {
            throw new IOException("evidence: " + name + " can't be written");
          }
        });
  }

  /**
   * Ends the ZIP with its manifest and the key's signature over it.
   *
   * @return the SHA-256 of the manifest
   */
  String seal(EvidenceKey key) throws IOException {
    add("manifest.key", (key.id() + "\n").getBytes(UTF_8));
    var text = manifest.toString();
    add("manifest.sha256", text.getBytes(UTF_8));
    add("manifest.sha256.sig", key.sign(text.getBytes(UTF_8)));
    zip.finish();
    return Sha256.of(text);
  }

  private void write(String name, Content content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    var out = new DigestOutputStream(zip, Sha256.digest());
    content.writeTo(out);
    zip.closeEntry();
    manifest.append(Sha256.line(Sha256.hex(out.getMessageDigest()), name));
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
