package breachresponse.workflow.staff;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.MIGRATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import breachresponse.language.Catalogue;
import breachresponse.plan.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets up, at each start, what is missing: the groups, what each may do, and the filters that it
 * finds in Tasklist. What an administrator has changed since stays as it is; what still has our own
 * name, in whichever language, gets that of the language of now.
 */
@Component
public class Access {

  private static final List<Role> STAFF =
      List.of(
          Role.INCIDENT_TEAM,
          Role.LEGAL,
          Role.CIO,
          Role.CORE_IT,
          Role.PR,
          Role.SENIOR_LEADERSHIP,
          Role.CEO,
          Role.PRIVACY);
  private static final List<Role> EVERYBODY =
      Stream.concat(STAFF.stream(), Stream.of(Role.EMPLOYEES)).toList();
  private static final List<Role> FILTERED =
      List.of(
          Role.LEGAL,
          Role.CIO,
          Role.PR,
          Role.CEO,
          Role.CORE_IT,
          Role.PRIVACY,
          Role.SENIOR_LEADERSHIP);

  /** Who has tasks in a case, and may say who sees it. */
  private static final List<Role> DOERS = FILTERED;

  private static final List<Role> FINDERS =
      List.of(Role.CORE_IT, Role.PRIVACY, Role.LEGAL, Role.CIO);

  /**
   * Who may report a filing that followed the first, review the law, and put a case under legal
   * hold.
   */
  private static final List<Role> COUNSEL = List.of(Role.PRIVACY, Role.LEGAL);

  /** Who may raise or lower the level of a case. */
  private static final List<Role> RAISERS = List.of(Role.CIO, Role.SENIOR_LEADERSHIP);

  /** Who may ask for a new version of the response plan. */
  private static final List<Role> PLANNERS =
      List.of(Role.SENIOR_LEADERSHIP, Role.LEGAL, Role.CIO, Role.PRIVACY);

  /** Who speaks for the organisation in its first hour. */
  private static final List<Role> SPEAKERS = List.of(Role.PR, Role.SENIOR_LEADERSHIP, Role.CEO);

  /** Who may have the plan exercised. */
  private static final List<Role> REHEARSING = List.of(Role.SENIOR_LEADERSHIP, Role.CORE_IT);

  private final IdentityService identities;
  private final AuthorizationService authorizations;
  private final FilterService filters;
  private final TaskService tasks;
  private final Catalogue catalogue;

  Access(
      IdentityService identities,
      AuthorizationService authorizations,
      FilterService filters,
      TaskService tasks,
      Catalogue catalogue) {
    this.identities = identities;
    this.authorizations = authorizations;
    this.filters = filters;
    this.tasks = tasks;
    this.catalogue = catalogue;
  }

  @Transactional
  public void setUp() {
    for (var role : Role.values()) {
      group(role);
    }
    STAFF.forEach(this::letStaffWork);
    letEmployeesReport();
    FINDERS.forEach(role -> grant(role, PROCESS_DEFINITION, "report-findings", CREATE_INSTANCE));
    RAISERS.forEach(role -> grant(role, PROCESS_DEFINITION, "change-criticality", CREATE_INSTANCE));
    COUNSEL.forEach(
        role -> {
          grant(role, PROCESS_DEFINITION, "report-further-filing", CREATE_INSTANCE);
          grant(role, PROCESS_DEFINITION, "review-legal-baseline", CREATE_INSTANCE);
          grant(role, PROCESS_DEFINITION, "keep-evidence", CREATE_INSTANCE);
        });
    SPEAKERS.forEach(
        role -> grant(role, PROCESS_DEFINITION, "publish-holding-statement", CREATE_INSTANCE));
    PLANNERS.forEach(
        role -> grant(role, PROCESS_DEFINITION, "prepare-response-plan", CREATE_INSTANCE));
    grant(Role.PR, PROCESS_DEFINITION, "update-post", CREATE_INSTANCE);
    REHEARSING.forEach(role -> grant(role, PROCESS_DEFINITION, "exercise-plan", CREATE_INSTANCE));
    DOERS.forEach(role -> grant(role, PROCESS_DEFINITION, "restrict-case", CREATE_INSTANCE));
    letManagersWatch();
    letProcessOwnersDeploy();
    setUpFilters();
  }

  private void group(Role role) {
    var group = identities.createGroupQuery().groupId(role.group()).singleResult();
    if (group == null) {
      group = identities.newGroup(role.group());
      group.setType("WORKFLOW");
    } else if (!catalogue.inAnyLanguage(role.title()).contains(group.getName())) {
      return;
    }
    group.setName(catalogue.of(role.title()));
    identities.saveGroup(group);
  }

  /**
   * Tasks need no grant: the engine gives it with the candidate group. Groups are shown by name to
   * those who may read them.
   */
  private void letStaffWork(Role role) {
    grant(role, APPLICATION, "tasklist", ACCESS);
    grant(role, PROCESS_DEFINITION, "*", READ);
    grant(role, PROCESS_DEFINITION, "respond-to-breach", CREATE_INSTANCE);
    grant(role, PROCESS_INSTANCE, "*", CREATE);
    grant(role, GROUP, "*", READ);
  }

  /** They see nothing of what comes of it. */
  private void letEmployeesReport() {
    grant(Role.EMPLOYEES, APPLICATION, "tasklist", ACCESS);
    grant(Role.EMPLOYEES, PROCESS_DEFINITION, "respond-to-breach", READ, CREATE_INSTANCE);
    grant(Role.EMPLOYEES, PROCESS_INSTANCE, "*", CREATE);
  }

  private void letManagersWatch() {
    grant(Role.MANAGERS, APPLICATION, "cockpit", ACCESS);
    grant(Role.MANAGERS, PROCESS_DEFINITION, "*", READ, READ_INSTANCE, READ_HISTORY, READ_TASK);
    grant(Role.MANAGERS, PROCESS_INSTANCE, "*", READ);
    grant(Role.MANAGERS, TASK, "*", READ);
    grant(Role.MANAGERS, DECISION_DEFINITION, "*", READ, READ_HISTORY);
    grant(Role.MANAGERS, DECISION_REQUIREMENTS_DEFINITION, "*", READ);
  }

  /**
   * They do not delete: a deployment takes the open cases that run on it with it. They find the
   * processes that run, and move them to another version of their diagram.
   */
  private void letProcessOwnersDeploy() {
    grant(Role.PROCESS_OWNERS, APPLICATION, "cockpit", ACCESS);
    grant(Role.PROCESS_OWNERS, DEPLOYMENT, "*", CREATE, READ);
    grantAlso(Role.PROCESS_OWNERS, PROCESS_DEFINITION, "*", READ, READ_INSTANCE, MIGRATE_INSTANCE);
    grant(Role.PROCESS_OWNERS, DECISION_DEFINITION, "*", READ);
    grant(Role.PROCESS_OWNERS, DECISION_REQUIREMENTS_DEFINITION, "*", READ);
  }

  private void setUpFilters() {
    // the first one opens at log-in
    filter(
        "All my tasks", -10, "#1a5fb4", catalogue.of("All that waits for me or my groups"), mine());
    filter(
        "Overdue",
        0,
        "#b3261e",
        catalogue.of("What should have been done by now"),
        mine().dueBeforeExpression("${now()}"));
    for (var role : FILTERED) {
      filter(
          role.title(),
          10 + role.ordinal(),
          "#5e5c64",
          catalogue.of("All that waits for %s").formatted(catalogue.of(role.title())),
          tasks.createTaskQuery().taskCandidateGroup(role.group()).includeAssignedTasks(),
          role);
    }
  }

  private TaskQuery mine() {
    return tasks
        .createTaskQuery()
        .or()
        .taskAssigneeExpression("${currentUser()}")
        .taskCandidateGroupInExpression("${currentUserGroups()}")
        .endOr();
  }

  private void filter(
      String name, int priority, String color, String description, TaskQuery query, Role... only) {
    var filter = ours(name).orElseGet(() -> newFilter(color, priority).setQuery(query));
    if (!catalogue.of(name).equals(filter.getName())) {
      describe(filter, description);
      filter.setName(catalogue.of(name));
      filters.saveFilter(filter);
    }
    var readers = only.length == 0 ? EVERYBODY : List.of(only);
    readers.forEach(role -> grant(role, FILTER, filter.getId(), READ));
  }

  private void describe(Filter filter, String description) {
    var properties = new HashMap<>(filter.getProperties());
    properties.put("description", description);
    properties.put(
        "variables",
        List.of(
            Map.of("name", "caseRef", "label", catalogue.of("Case")),
            Map.of("name", "about", "label", catalogue.of("About"))));
    filter.setProperties(properties);
  }

  private Filter newFilter(String color, int priority) {
    return filters
        .newTaskFilter()
        .setProperties(
            Map.of(
                "color",
                color,
                "priority",
                priority,
                "refresh",
                true,
                "showUndefinedVariable",
                false));
  }

  /** The filter that was set up under that name, in whichever language. */
  private Optional<Filter> ours(String name) {
    var names = catalogue.inAnyLanguage(name);
    return filters.createFilterQuery().list().stream()
        .filter(filter -> names.contains(filter.getName()))
        .findFirst();
  }

  /** What earlier versions set up as the first permission alone gets the rest as well. */
  private void grantAlso(Role role, Resource resource, String id, Permission... permissions) {
    grant(role, resource, id, permissions);
    authorizations
        .createAuthorizationQuery()
        .groupIdIn(role.group())
        .resourceType(resource)
        .resourceId(id)
        .list()
        .stream()
        .filter(found -> List.of(found.getPermissions(permissions)).equals(List.of(permissions[0])))
        .forEach(
            found -> {
              found.setPermissions(permissions);
              authorizations.saveAuthorization(found);
            });
  }

  private void grant(Role role, Resource resource, String id, Permission... permissions) {
    var found =
        authorizations
            .createAuthorizationQuery()
            .groupIdIn(role.group())
            .resourceType(resource)
            .resourceId(id)
            .count();
    if (found > 0) {
      return;
    }
    var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    authorization.setGroupId(role.group());
    authorization.setResource(resource);
    authorization.setResourceId(id);
    authorization.setPermissions(permissions);
    authorizations.saveAuthorization(authorization);
  }
}
