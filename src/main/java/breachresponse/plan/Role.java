package breachresponse.plan;

import java.util.Arrays;

/** The groups of people who take part, as the diagrams name them. */
public enum Role {
  INCIDENT_TEAM("incident-team", "Incident team"),
  LEGAL("legal", "Legal"),
  CIO("cio", "CIO"),
  CORE_IT("core-it", "Core IT"),
  PR("pr", "PR"),
  SENIOR_LEADERSHIP("senior-leadership", "Senior leadership"),
  CEO("ceo", "CEO"),
  PRIVACY("privacy", "Privacy"),
  PROCESS_OWNERS("process-owners", "Process owners"),
  MANAGERS("managers", "Managers"),
  /** Everybody else, who may say that something looks wrong. */
  EMPLOYEES("employees", "Employees");

  private final String group;
  private final String title;

  Role(String group, String title) {
    this.group = group;
    this.title = title;
  }

  /** What people call the group; one that the software does not know goes by its id. */
  public static String title(String group) {
    return Arrays.stream(values())
        .filter(role -> role.group.equals(group))
        .map(Role::title)
        .findFirst()
        .orElse(group);
  }

  /** Whether the software knows the group. */
  public static boolean isGroup(String id) {
    return Arrays.stream(values()).anyMatch(role -> role.group.equals(id));
  }

  public String group() {
    return group;
  }

  public String title() {
    return title;
  }
}
