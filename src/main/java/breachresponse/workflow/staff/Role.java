package breachresponse.workflow.staff;

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
  MANAGERS("managers", "Managers");

  private final String group;
  private final String title;

  Role(String group, String title) {
    this.group = group;
    this.title = title;
  }

  public String group() {
    return group;
  }

  public String title() {
    return title;
  }
}
