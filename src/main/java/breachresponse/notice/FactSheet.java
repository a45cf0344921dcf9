package breachresponse.notice;

import static java.util.stream.Collectors.toSet;

import breachresponse.incident.Facts;
import breachresponse.incident.Facts.Affected;
import breachresponse.incident.Milestone;
import breachresponse.incident.PlaceCodes;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What texts may say of people, days and data.
 *
 * @param people the numbers that there are: in all, by country and by place; none if not known
 * @param days by what happened on them, in each of the zones in which they may be told
 * @param categories of data, in the terms of the vocabulary
 */
record FactSheet(Set<Long> people, Map<Event, Set<LocalDate>> days, Set<String> categories) {

  /** What has a day of its own. */
  enum Event {
    OCCURRENCE("it began"),
    AWARENESS("we became aware of it"),
    CONTAINMENT("it was stopped");

    private final String words;

    Event(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  static FactSheet of(Facts facts, Collection<ZoneId> zones) {
    var clocks = facts.clocks();
    var days = new EnumMap<Event, Set<LocalDate>>(Event.class);
    days.put(Event.OCCURRENCE, days(zones, clocks.get(Milestone.OCCURRENCE)));
    days.put(Event.AWARENESS, days(zones, facts.awareAt(), clocks.get(Milestone.DETECTION)));
    days.put(Event.CONTAINMENT, days(zones, clocks.get(Milestone.CONTAINMENT)));
    return new FactSheet(
        people(Objects.requireNonNullElse(facts.affected(), List.of())),
        days,
        Objects.requireNonNullElse(facts.dataCategories(), Set.of()));
  }

  /** From the beginning to the end, or until it was noticed while nobody knows the end. */
  boolean isDuring(LocalDate day) {
    var from = days.get(Event.OCCURRENCE).stream().min(LocalDate::compareTo);
    var until = last(Event.CONTAINMENT).or(() -> last(Event.AWARENESS));
    return from.filter(day::isBefore).isEmpty() && until.filter(day::isAfter).isEmpty();
  }

  private Optional<LocalDate> last(Event event) {
    return days.get(event).stream().max(LocalDate::compareTo);
  }

  private static Set<LocalDate> days(Collection<ZoneId> zones, OffsetDateTime... times) {
    return Stream.of(times)
        .filter(Objects::nonNull)
        .flatMap(
            time ->
                Stream.concat(
                    Stream.of(time.toLocalDate()),
                    zones.stream().map(zone -> time.atZoneSameInstant(zone).toLocalDate())))
        .collect(toSet());
  }

  private static Set<Long> people(List<Affected> affected) {
    var known = affected.stream().filter(some -> some.people() != null).toList();
    var byCountry = new HashMap<String, Long>();
    known.forEach(
        some -> byCountry.merge(PlaceCodes.country(some.residence()), some.people(), Long::sum));
    var numbers = new HashSet<>(byCountry.values());
    known.forEach(some -> numbers.add(some.people()));
    if (!known.isEmpty()) {
      numbers.add(known.stream().mapToLong(Affected::people).sum());
    }
    return numbers;
  }
}
