package breachresponse.operations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** Asks for a path as it is written: clients would tidy it up. */
final class RawHttp {

  private RawHttp() {}

  static String get(String site, String path) throws IOException {
    var address = URI.create(site);
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(path, address.getAuthority())
                  .getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
