package breachresponse.workflow.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks nobody's password any more, for a while, of a machine from which too many were wrong. The
 * engine itself makes an account wait after each failure, whoever failed: without this, one machine
 * could keep everybody waiting, or try one password on all.
 */
class FailedLogIns extends OncePerRequestFilter {

  /** An office may be behind one address. */
  static final int MOST = 30;

  static final Duration WHILE = Duration.ofMinutes(10);

  private static final Pattern FORM =
      Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/.*");
  private static final Pattern FIGURES = Pattern.compile("[0-9a-fA-F:.]+");
  private static final int REMEMBERED = 10_000;

  /** Of IPv6 addresses, one network may have that much for itself. */
  private static final int NETWORK_BYTES = 8;

  private record Failures(Instant since, int count) {}

  private final Clock clock;
  private final Refused refused;
  private final Map<String, Failures> bySource =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  FailedLogIns(Clock clock, Refused refused) {
    this.clock = clock;
    this.refused = refused;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return (header == null || !header.startsWith("Basic "))
        && !FORM.matcher(path(request)).matches();
  }

  /** The log-in is a servlet of its own, whose path ends before the name of the application. */
  private static String path(HttpServletRequest request) {
    return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var source = network(request.getRemoteAddr());
    if (of(source).count() >= MOST) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(WHILE.toSeconds()));
      refused.at(
          response,
          HttpStatus.TOO_MANY_REQUESTS,
          "too many log-ins have failed from here; please wait ten minutes");
      return;
    }
    chain.doFilter(request, response);
    if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
      count(source);
    }
  }

  private synchronized Failures of(String source) {
    var now = clock.instant();
    var known = bySource.getOrDefault(source, new Failures(now, 0));
    var isOver = now.isBefore(known.since()) || now.isAfter(known.since().plus(WHILE));
    return isOver ? new Failures(now, 0) : known;
  }

  private synchronized void count(String source) {
    var known = of(source);
    bySource.put(source, new Failures(known.since(), known.count() + 1));
  }

  /** What a proxy says may be no address, and no name is looked up. */
  private static String network(String address) {
    if (!FIGURES.matcher(address).matches()) {
      return address;
    }
    try {
      var bytes = InetAddress.getByName(address).getAddress();
      return Arrays.toString(
          bytes.length > NETWORK_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    } catch (UnknownHostException withPort) {
      return address;
    }
  }
}
