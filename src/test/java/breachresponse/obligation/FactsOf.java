package breachresponse.obligation;

import breachresponse.incident.Facts;
import breachresponse.incident.Facts.Affected;
import breachresponse.incident.Facts.Aspect;
import breachresponse.incident.Facts.Organisation;
import breachresponse.incident.Facts.Protection;
import breachresponse.incident.Facts.Risk;
import breachresponse.incident.Facts.Role;
import breachresponse.incident.Milestone;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Facts for tests, in few words: a controller, unless said otherwise, with no protection. */
final class FactsOf {

  private OffsetDateTime aware = OffsetDateTime.parse("2026-12-08T08:00:00+01:00");
  private final Map<Milestone, OffsetDateTime> clocks = new EnumMap<>(Milestone.class);
  private Role role = Role.CONTROLLER;
  private final Set<String> establishments = new TreeSet<>();
  private String main;
  private final Set<String> sectors = new HashSet<>();
  private final Set<String> attributes = new HashSet<>();
  private final List<Affected> affected = new ArrayList<>();
  private Set<Aspect> aspects = Set.of(Aspect.CONFIDENTIALITY);
  private final Set<String> data = new HashSet<>();
  private Protection protection = new Protection(false, null);
  private Risk risk;

  static FactsOf organisationIn(String... establishments) {
    var facts = new FactsOf();
    facts.establishments.addAll(Arrays.asList(establishments));
    facts.main = establishments.length == 0 ? null : establishments[0];
    return facts;
  }

  FactsOf aware(String at) {
    aware = at == null ? null : OffsetDateTime.parse(at);
    return this;
  }

  FactsOf on(Milestone milestone, String at) {
    clocks.put(milestone, OffsetDateTime.parse(at));
    return this;
  }

  FactsOf main(String place) {
    main = place;
    return this;
  }

  FactsOf processor() {
    return role(Role.PROCESSOR);
  }

  FactsOf role(Role role) {
    this.role = role;
    return this;
  }

  FactsOf sectors(String... terms) {
    sectors.addAll(Arrays.asList(terms));
    return this;
  }

  FactsOf attributes(String... terms) {
    attributes.addAll(Arrays.asList(terms));
    return this;
  }

  FactsOf people(String residence, long number) {
    affected.add(new Affected(residence, number, false));
    return this;
  }

  FactsOf somePeople(String residence) {
    affected.add(new Affected(residence, null, null));
    return this;
  }

  FactsOf data(String... terms) {
    data.addAll(Arrays.asList(terms));
    return this;
  }

  FactsOf breach(Aspect... kinds) {
    aspects = Set.of(kinds);
    return this;
  }

  FactsOf unreadable() {
    protection = new Protection(true, false);
    return this;
  }

  FactsOf protection(Boolean encrypted, Boolean keyCompromised) {
    protection = new Protection(encrypted, keyCompromised);
    return this;
  }

  FactsOf risk(String term) {
    risk = term == null ? null : Risk.valueOf(term.toUpperCase(java.util.Locale.ROOT));
    return this;
  }

  Facts known() {
    return new Facts(
        aware,
        clocks,
        new Organisation(role, establishments, main, sectors, attributes),
        affected,
        aspects,
        data,
        protection,
        risk,
        null,
        null,
        null);
  }
}
