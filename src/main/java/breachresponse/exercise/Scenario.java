package breachresponse.exercise;

import breachresponse.incident.Facts;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A breach to rehearse. Its times are those of the case, counted from the report.
 *
 * @param id the name of its file
 * @param report what is reported first
 * @param lasts how long it is thought to take
 * @param known what comes out, and when: what people need to fill in the forms
 * @param facts what a team records that has learned all of it; the organisation is that of the plan
 * @param circumstances those of the vocabulary that hold
 */
public record Scenario(
    String id,
    String title,
    String report,
    Duration lasts,
    List<Known> known,
    Facts facts,
    Set<String> circumstances,
    Expected expected,
    List<Inject> injects) {

  public Scenario {
    needed("title", title);
    needed("report", report);
    needed("lasts", lasts);
    needed("facts", facts);
    needed("expected", expected);
    known = List.copyOf(needed("known", known));
    injects = List.copyOf(needed("injects", injects));
    circumstances = circumstances == null ? Set.of() : Set.copyOf(circumstances);
    var ids = new HashSet<String>();
    for (var inject : injects) {
      if (!ids.add(inject.id())) {
        throw new IllegalArgumentException(
            "injects: there are two called '%s', please rename one".formatted(inject.id()));
      }
    }
  }

  /** A part of the truth that the organisation has found out by then. */
  public record Known(Duration at, String text) {
    public Known {
      needed("known.at", at);
      needed("known.text", text);
    }
  }

  /** What a good response comes to. Which duties arise the legal tables say, for the facts. */
  public record Expected(int criticality, String because) {
    public Expected {
      if (criticality < 0 || criticality > 6) {
        throw new IllegalArgumentException(
            "expected.criticality: %d is no level, please choose 0 to 6".formatted(criticality));
      }
      needed("expected.because", because);
    }
  }

  /**
   * What reaches one role from outside in the middle of it all.
   *
   * @param to the group that gets it
   * @param within how long after that an answer is wanted
   * @param expected what a good answer has; shown afterwards
   */
  public record Inject(
      String id,
      Duration at,
      String to,
      String title,
      String text,
      Duration within,
      String expected) {
    public Inject {
      needed("injects.id", id);
      needed("injects.at", at);
      needed("injects.to", to);
      needed("injects.title", title);
      needed("injects.text", text);
      needed("injects.within", within);
      needed("injects.expected", expected);
    }
  }

  Scenario named(String name) {
    return new Scenario(name, title, report, lasts, known, facts, circumstances, expected, injects);
  }

  public Inject inject(String injectId) {
    return injects.stream()
        .filter(inject -> inject.id().equals(injectId))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "inject: the scenario '%s' has none called '%s'".formatted(title, injectId)));
  }

  /** The facts of the scenario, as if the breach had happened to this organisation. */
  Facts factsOf(Facts.Organisation organisation) {
    var attributes = new HashSet<>(organisation.attributes());
    attributes.addAll(circumstances);
    return facts.orOf(
        new Facts.Organisation(
            organisation.role(),
            organisation.establishments(),
            organisation.mainEstablishment(),
            organisation.sectors(),
            attributes));
  }

  private static <T> T needed(String field, T value) {
    if (value == null || value instanceof String text && text.isBlank()) {
      throw new IllegalArgumentException(field + ": is missing, please add it");
    }
    return value;
  }
}
