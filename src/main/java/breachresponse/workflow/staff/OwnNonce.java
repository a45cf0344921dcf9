package breachresponse.workflow.staff;

import static org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each page of the web applications the nonce of its own Content-Security-Policy. They keep
 * it in an attribute of the servlet context, which is one for all requests: a page that is fetched
 * while another request comes in gets the nonce of that one, and its scripts are blocked.
 */
class OwnNonce extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new WithContextOfItsOwn(request), response);
  }

  private static class WithContextOfItsOwn extends HttpServletRequestWrapper {

    private final ServletContext context =
        (ServletContext)
            Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> answer(method, arguments));
    private Object nonce;

    WithContextOfItsOwn(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletContext getServletContext() {
      return context;
    }

    private Object answer(Method method, Object[] arguments) throws Throwable {
      if (arguments != null && ATTR_CSP_FILTER_NONCE.equals(arguments[0])) {
        if (method.getName().equals("setAttribute")) {
          nonce = arguments[1];
          return null;
        }
        return nonce;
      }
      try {
        return method.invoke(super.getServletContext(), arguments);
      } catch (InvocationTargetException refused) {
        throw refused.getCause();
      }
    }
  }
}
