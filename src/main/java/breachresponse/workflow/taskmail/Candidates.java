package breachresponse.workflow.taskmail;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;

/** Who may take a task: those whom it names, and the members of its groups of now. */
public final class Candidates {

  private Candidates() {}

  public static Set<String> of(Collection<IdentityLink> links, IdentityService identities) {
    return links.stream()
        .filter(link -> link.getType().equals("candidate"))
        .flatMap(
            link ->
                link.getUserId() != null
                    ? Stream.of(link.getUserId())
                    : members(link.getGroupId(), identities))
        .collect(Collectors.toSet());
  }

  private static Stream<String> members(String group, IdentityService identities) {
    return identities.createUserQuery().memberOfGroup(group).unlimitedList().stream()
        .map(User::getId);
  }
}
