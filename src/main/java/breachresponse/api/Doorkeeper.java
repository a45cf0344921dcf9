package breachresponse.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets nobody past who is not {@link AllowedTo} or one of {@link ForAdministrators}, before
 * anything is read of what they sent.
 */
@Configuration
class Doorkeeper implements WebMvcConfigurer, HandlerInterceptor {

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(this).addPathPatterns("/api/**", "/calendar", "/tokens/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      var allowed = method.getMethodAnnotation(AllowedTo.class);
      if (allowed != null
          && Arrays.stream(allowed.value()).noneMatch(r -> request.isUserInRole(r.group()))) {
        throw new Refused(
            "this needs a member of one of these groups: %s"
                .formatted(
                    Arrays.stream(allowed.value())
                        .map(role -> role.group())
                        .collect(Collectors.joining(", "))));
      }
      if (method.hasMethodAnnotation(ForAdministrators.class)
          && !request.isUserInRole(ForAdministrators.GROUP)) {
        throw new Refused("this needs an administrator of the accounts");
      }
    }
    return true;
  }

  /** Somebody asked for what their groups may not do. */
  static class Refused extends RuntimeException {
    Refused(String message) {
      super(message);
    }
  }
}
