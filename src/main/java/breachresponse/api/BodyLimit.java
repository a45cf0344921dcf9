package breachresponse.api;

import breachresponse.workflow.staff.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops reading what is larger than any honest request: all but files is held in memory. */
@Component
class BodyLimit extends OncePerRequestFilter {

  static final String MESSAGE =
      "the body is too large: JSON and a mail may have 1 MiB, a file of recipients 512 MiB, what the engine is sent 16 MiB; send less, or several files";

  private static final long JSON = 1 << 20;
  private static final long FILE = 512 << 20;

  /** A deployment of all that is there has 4. */
  private static final long OF_THE_ENGINE = 16 << 20;

  private final Refused refused;

  BodyLimit(Refused refused) {
    this.refused = refused;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return "GET".equals(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var limit = limit(request);
    if (request.getContentLengthLong() > limit) {
      refused.at(response, HttpStatus.PAYLOAD_TOO_LARGE, MESSAGE);
    } else {
      chain.doFilter(new Limited(request, limit), response);
    }
  }

  private static long limit(HttpServletRequest request) {
    // as it is routed: the address as it was sent may be spelled in other ways
    if (!request.getServletPath().startsWith("/api/")) {
      return OF_THE_ENGINE;
    }
    return String.valueOf(request.getContentType()).startsWith("text/csv") ? FILE : JSON;
  }

  static boolean isExceededIn(Throwable e) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Exceeded) {
        return true;
      }
    }
    return false;
  }

  private static class Exceeded extends IOException {
    Exceeded() {
      super(MESSAGE);
    }
  }

  private static class Limited extends HttpServletRequestWrapper {
    private final long limit;

    Limited(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream(), limit);
    }
  }

  private static class LimitedStream extends ServletInputStream {
    private final ServletInputStream all;
    private long left;

    LimitedStream(ServletInputStream all, long limit) {
      this.all = all;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      var read = all.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var read = all.read(into, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new Exceeded();
      }
    }

    @Override
    public boolean isFinished() {
      return all.isFinished();
    }

    @Override
    public boolean isReady() {
      return all.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      all.setReadListener(listener);
    }
  }
}
