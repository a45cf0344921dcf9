package breachresponse.workflow.staff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Another machine: clients of Java say from which address they come by hand alone.
 *
 * @param address of this machine's own, {@code 127.0.0.2} and such
 */
record Machine(String address) {

  /**
   * Asks for what everybody may see who has a password.
   *
   * @param more headers, each with its end of line
   * @return the status of the answer
   */
  int logsIn(int port, String person, String password, String... more) throws IOException {
    var credentials =
        Base64.getEncoder()
            .encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
    var request =
        "GET /api/vocabulary HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Basic %s\r\n%s\r\n"
            .formatted(credentials, String.join("", more));
    try (var socket =
        new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      var line =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      return Integer.parseInt(line.split(" ")[1]);
    }
  }
}
