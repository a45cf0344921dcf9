package breachresponse.api;

import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.notice.Notices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets nobody past who is not {@link AllowedTo} or one of {@link ForAdministrators}, or may not see
 * the case that the path names, before anything is read of what they sent.
 */
@Configuration
class Doorkeeper implements WebMvcConfigurer, HandlerInterceptor {

  private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]+(-[0-9a-fA-F]+){4}");

  private final ObjectProvider<CaseAccess> access;
  private final ObjectProvider<Notices> notices;

  /**
   * @param access looked up late, as {@code notices}: what configures the web comes before the
   *     database
   */
  Doorkeeper(ObjectProvider<CaseAccess> access, ObjectProvider<Notices> notices) {
    this.access = access;
    this.notices = notices;
  }

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
      hideOthersCases(request);
    }
    return true;
  }

  /** To whom a case is not shown there is none of its number, and no notice of it. */
  private void hideOthersCases(HttpServletRequest request) {
    var named = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    if (named.get("caseNumber") instanceof String number
        && CaseNumber.isOne(number)
        && isHidden(new CaseNumber(number), request)) {
      throw new NoSuchCase(new CaseNumber(number));
    }
    if (named.get("noticeId") instanceof String id && UUID_FORM.matcher(id).matches()) {
      notices
          .getObject()
          .find(UUID.fromString(id))
          .filter(notice -> isHidden(notice.caseNumber(), request))
          .ifPresent(
              notice -> {
                throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, Notices.none(notice.id()).getMessage());
              });
    }
  }

  private boolean isHidden(CaseNumber caseNumber, HttpServletRequest request) {
    return !access.getObject().maySee(request.getUserPrincipal().getName(), caseNumber);
  }

  /** Somebody asked for what their groups may not do. */
  static class Refused extends RuntimeException {
    Refused(String message) {
      super(message);
    }
  }
}
