package breachresponse.workflow.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.List;

/** A request of somebody who is known, with the groups that they are in. */
class Authenticated extends HttpServletRequestWrapper {

  private final Principal who;
  private final List<String> groups;

  Authenticated(HttpServletRequest request, Principal who, List<String> groups) {
    super(request);
    this.who = who;
    this.groups = groups;
  }

  @Override
  public Principal getUserPrincipal() {
    return who;
  }

  @Override
  public boolean isUserInRole(String role) {
    return groups.contains(role);
  }

  @Override
  public String getRemoteUser() {
    return who.getName();
  }
}
