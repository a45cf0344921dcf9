package breachresponse.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import breachresponse.channel.ChannelFailure.Kind;
import breachresponse.support.Time;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A channel whose answer never ends, from a server of our own: it sees the connection end. */
class EndlessAnswerTest {

  // Longer than the test may take, so that no time-out is what ends it.
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final byte[] MORE = "x".repeat(10_000).getBytes(US_ASCII);

  private ServerSocket server;

  @BeforeEach
  void a_server() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"200 OK, UNCLEAR", "403 Forbidden, REFUSED"})
  void an_answer_without_an_end_is_cut_off_and_its_connection_closed_at_once(
      String status, Kind kind) throws Exception {
    var connectionEnds = CompletableFuture.runAsync(() -> answerOnAndOn(status));
    var address = URI.create("http://127.0.0.1:" + server.getLocalPort());

    var answered =
        CompletableFuture.supplyAsync(
            () ->
                catchThrowableOfType(
                    ChannelFailure.class,
                    () ->
                        new Http(PATIENCE, new Time())
                            .post(address, headers -> {}, Map.of("text", "We are sorry."))));

    assertThat(answered.get(30, TimeUnit.SECONDS).kind()).isEqualTo(kind);
    connectionEnds.get(30, TimeUnit.SECONDS);
  }

  /** Until nobody listens any more. */
  private void answerOnAndOn(String status) {
    try (var connection = server.accept()) {
      var request = new BufferedReader(new InputStreamReader(connection.getInputStream()));
      while (!request.readLine().isEmpty()) {}
      var answer = connection.getOutputStream();
      answer.write("HTTP/1.1 %s\r\n\r\n".formatted(status).getBytes(US_ASCII));
      while (true) {
        answer.write(MORE);
      }
    } catch (IOException ended) {
      // as it should
    }
  }
}
