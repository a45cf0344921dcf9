package breachresponse.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between the application and a server of this machine, which can be cut. */
final class Wire implements AutoCloseable {

  private final ServerSocket entrance;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  Wire(int target) {
    this.target = target;
    try {
      entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
    daemon(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** What is connected is torn off, and who calls is hung up on. */
  void cut() {
    cut = true;
    open.forEach(Wire::close);
  }

  void mend() {
    cut = false;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        connect(entrance.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket caller) {
    try {
      if (cut) {
        caller.close();
        return;
      }
      var server = new Socket(InetAddress.getLoopbackAddress(), target);
      daemon(() -> carry(caller, server));
      daemon(() -> carry(server, caller));
    } catch (IOException nobodyThere) {
      close(caller);
    }
  }

  private void carry(Socket from, Socket to) {
    open.add(from);
    try (from;
        to) {
      from.setTcpNoDelay(true);
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException torn) {
      // Both ends are closed, which is all that can be said of it.
    } finally {
      open.remove(from);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
  }
}
