package breachresponse.delivery;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A DNS server that knows some TXT records, and that no other name exists (RFC 1035). */
final class DnsServer implements AutoCloseable {

  private static final int HEADER = 12;
  private static final int TYPE_TXT = 16;

  private final DatagramSocket socket;
  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final boolean silent;

  /**
   * @param silent true for one that never answers
   */
  DnsServer(boolean silent) {
    this.silent = silent;
    try {
      socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    } catch (SocketException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
    var thread = new Thread(this::serve, "dns-server");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "dns://127.0.0.1:" + socket.getLocalPort();
  }

  void knows(String name, String text) {
    texts.put(name, text);
  }

  private void serve() {
    try {
      while (true) {
        var question = new DatagramPacket(new byte[512], 512);
        socket.receive(question);
        if (!silent) {
          var answer = answer(Arrays.copyOf(question.getData(), question.getLength()));
          socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private byte[] answer(byte[] question) throws IOException {
    var name = new StringBuilder();
    var at = HEADER;
    while (question[at] != 0) {
      name.append(name.isEmpty() ? "" : ".")
          .append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
      at += 1 + question[at];
    }
    var text = texts.get(name.toString().toLowerCase(Locale.ROOT));
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.write(question, 0, 2);
    // an answer with recursion; 3: no such name
    out.writeShort(0x8580 | (text == null ? 3 : 0));
    out.writeShort(1);
    out.writeShort(text == null ? 0 : 1);
    out.writeInt(0);
    out.write(question, HEADER, at + 5 - HEADER);
    if (text != null) {
      out.writeShort(0xc000 | HEADER);
      out.writeShort(TYPE_TXT);
      out.writeShort(1);
      out.writeInt(60);
      out.writeShort(text.length() + 1);
      out.writeByte(text.length());
      out.writeBytes(text);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    socket.close();
  }
}
