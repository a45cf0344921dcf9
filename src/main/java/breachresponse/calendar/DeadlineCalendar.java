package breachresponse.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import breachresponse.incident.CaseAccess;
import breachresponse.language.Catalogue;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Deadlines of laws as calendars show them (RFC 5545). An event has the case's number, whom to
 * tell, and the citation: a calendar is kept by others, and no place for more.
 */
@Component
class DeadlineCalendar {

  /** Who files with authorities and others. */
  private static final Set<String> FILING = groups(Role.LEGAL, Role.PRIVACY);

  /** Who has a part in telling the people affected. */
  private static final Set<String> TELLING_PEOPLE =
      groups(
          Role.LEGAL,
          Role.PRIVACY,
          Role.PR,
          Role.CORE_IT,
          Role.CIO,
          Role.CEO,
          Role.SENIOR_LEADERSHIP);

  private final ObligationRegister register;
  private final CaseAccess access;
  private final ResponsePlan plan;
  private final Catalogue catalogue;
  private final Clock clock;

  DeadlineCalendar(
      ObligationRegister register,
      CaseAccess access,
      ResponsePlan plan,
      Catalogue catalogue,
      Clock clock) {
    this.register = register;
    this.access = access;
    this.plan = plan;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  private static Set<String> groups(Role... roles) {
    return Arrays.stream(roles).map(Role::group).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether any of the groups has a part in telling whomever. */
  boolean isFor(Collection<String> groups) {
    return TELLING_PEOPLE.stream().anyMatch(groups::contains);
  }

  /** What is open, and the person may see and acts on, being in these groups. */
  String of(String person, Collection<String> groups) {
    var hidden = access.hiddenFrom(person);
    var calendar = new ICalendar();
    calendar.setProductId("-//breach-response//deadlines//EN");
    calendar.setName(catalogue.of("Deadlines, %s").formatted(plan.organisation()));
    calendar.setRefreshInterval(Duration.builder().hours(1).build());
    register.withDeadline().stream()
        .filter(obligation -> !hidden.contains(obligation.caseNumber()))
        .filter(obligation -> acting(obligation).stream().anyMatch(groups::contains))
        .map(this::event)
        .forEach(calendar::addEvent);
    return Biweekly.write(calendar).go();
  }

  private static Set<String> acting(Obligation obligation) {
    return obligation.tellsPeople() ? TELLING_PEOPLE : FILING;
  }

  private VEvent event(Obligation obligation) {
    var words =
        catalogue
            .of("%s: deadline to tell %s")
            .formatted(obligation.caseNumber(), obligation.duty().recipientName());
    var event = new VEvent();
    event.setUid(obligation.id().toString());
    event.setDateTimeStamp(Date.from(clock.instant()));
    event.setDateStart(Date.from(obligation.clock().due().orElseThrow()));
    event.setSummary(words);
    event.setDescription(obligation.duty().citation());
    // it takes nobody's time
    event.setTransparency(true);
    plan.targets().reminders().before().stream()
        .map(before -> VAlarm.display(trigger(before), words))
        .forEach(event::addAlarm);
    return event;
  }

  private static Trigger trigger(java.time.Duration before) {
    return new Trigger(
        Duration.builder().prior(true).minutes((int) before.toMinutes()).build(), Related.START);
  }
}
