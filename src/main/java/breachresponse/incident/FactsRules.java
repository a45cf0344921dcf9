package breachresponse.incident;

import breachresponse.incident.FactsRefused.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** What facts must be like, wherever they come from. */
@Component
public class FactsRules {

  /** Longer texts do not fit into the forms that show them. */
  private static final int LONGEST_TEXT = 4000;

  private static final long MOST_PEOPLE = 10_000_000_000L;

  private final Vocabulary vocabulary;
  private final Clock clock;

  public FactsRules(Vocabulary vocabulary, Clock clock) {
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  /**
   * Holds facts against the rules that hold even for what has not happened.
   *
   * @throws FactsRefused naming every field that is wrong
   */
  public void check(Facts facts) {
    refuse(problems(facts));
  }

  /**
   * Holds findings against all rules: what is found has happened.
   *
   * @throws FactsRefused naming every field that is wrong
   */
  public void checkFindings(Facts facts) {
    var problems = problems(facts);
    times(
        facts,
        (field, at) -> {
          if (at.toInstant().isAfter(clock.instant())) {
            problems.add(new Problem(field, "%s lies in the future, check the date".formatted(at)));
          }
        });
    refuse(problems);
  }

  /**
   * Holds codes of places against ISO 3166-1 and -2.
   *
   * @throws FactsRefused naming the field and every code that is wrong
   */
  public void checkPlaces(String field, Collection<String> codes) {
    var problems = new ArrayList<Problem>();
    codes.forEach(code -> checkPlace(field, code, problems));
    refuse(problems);
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new FactsRefused(problems);
    }
  }

  private List<Problem> problems(Facts facts) {
    var problems = new ArrayList<Problem>();
    times(facts, (field, at) -> checkYear(field, at, problems));
    if (facts.organisation() != null) {
      checkOrganisation(facts.organisation(), problems);
    }
    if (facts.affected() != null) {
      checkAffected(facts.affected(), problems);
    }
    if (facts.dataCategories() != null) {
      checkTerms("dataCategories", facts.dataCategories(), vocabulary.dataCategories(), problems);
    }
    checkTexts(facts, problems);
    if (facts.hold() != null) {
      checkHold(facts.hold(), problems);
    }
    return problems;
  }

  private static void times(Facts facts, BiConsumer<String, OffsetDateTime> check) {
    if (facts.awareAt() != null) {
      check.accept("awareAt", facts.awareAt());
    }
    facts.clocks().forEach((milestone, at) -> check.accept("clocks." + key(milestone), at));
    if (facts.hold() != null && facts.hold().from() != null) {
      check.accept("hold.from", facts.hold().from());
    }
  }

  /** As JSON names it: {@code individualsNotified}. */
  private static String key(Milestone milestone) {
    var words = milestone.name().toLowerCase(Locale.ROOT).split("_");
    return words[0]
        + Arrays.stream(words).skip(1).map(StringUtils::capitalize).collect(Collectors.joining());
  }

  private static void checkYear(String field, OffsetDateTime at, List<Problem> problems) {
    if (at.getYear() < 1970 || at.getYear() > 2199) {
      problems.add(
          new Problem(field, "the year %d can't be meant, check the date".formatted(at.getYear())));
    }
  }

  private void checkOrganisation(Facts.Organisation organisation, List<Problem> problems) {
    if (organisation.role() == null) {
      problems.add(
          new Problem("organisation.role", "is missing, say controller, processor or both"));
    }
    for (var place : organisation.establishments()) {
      checkPlace("organisation.establishments", place, problems);
    }
    var main = organisation.mainEstablishment();
    if (main != null && !organisation.establishments().contains(main)) {
      problems.add(
          new Problem(
              "organisation.mainEstablishment",
              "%s is not among the establishments, add it there".formatted(main)));
    }
    checkTerms("organisation.sectors", organisation.sectors(), vocabulary.sectors(), problems);
    checkTerms(
        "organisation.attributes", organisation.attributes(), vocabulary.attributes(), problems);
  }

  private static void checkAffected(List<Facts.Affected> affected, List<Problem> problems) {
    var residences = new HashSet<String>();
    for (int i = 0; i < affected.size(); i++) {
      var field = "affected[%d]".formatted(i);
      var place = affected.get(i);
      if (place.residence() == null) {
        problems.add(new Problem(field + ".residence", "is missing, say where these people live"));
      } else {
        checkPlace(field + ".residence", place.residence(), problems);
        if (!residences.add(place.residence())) {
          problems.add(
              new Problem(
                  field + ".residence",
                  "%s stands there twice, add the two numbers up".formatted(place.residence())));
        }
      }
      if (place.people() != null && (place.people() < 0 || place.people() > MOST_PEOPLE)) {
        problems.add(
            new Problem(
                field + ".people",
                "%d can't be, give 0 or more, or null if it is not known"
                    .formatted(place.people())));
      }
    }
  }

  private static void checkPlace(String field, String code, List<Problem> problems) {
    if (code == null || !PlaceCodes.isKnown(code)) {
      problems.add(
          new Problem(
              field,
              "'%s' is no code of ISO 3166-1 or -2, write it like DE or US-CA".formatted(code)));
    }
  }

  private static void checkTerms(
      String field, Collection<String> given, List<Vocabulary.Term> known, List<Problem> problems) {
    var ids = known.stream().map(Vocabulary.Term::id).toList();
    given.stream()
        .filter(term -> !ids.contains(term))
        .sorted()
        .forEach(
            term ->
                problems.add(
                    new Problem(
                        field,
                        "'%s' is not in the vocabulary, take one of: %s"
                            .formatted(term, String.join(", ", ids)))));
  }

  private static void checkTexts(Facts facts, List<Problem> problems) {
    checkText("account.cause", facts.account().cause(), problems);
    checkText("account.consequences", facts.account().consequences(), problems);
    checkText("account.measures", facts.account().measures(), problems);
    checkText("account.riskReason", facts.account().riskReason(), problems);
    checkText("account.awarenessReason", facts.account().awarenessReason(), problems);
  }

  private static void checkHold(Facts.Hold hold, List<Problem> problems) {
    checkNeeded(
        "hold.basis", hold.basis(), "is missing, say by which provision it was ordered", problems);
    checkNeeded("hold.orderedBy", hold.orderedBy(), "is missing, say who ordered it", problems);
    if (hold.from() == null) {
      problems.add(new Problem("hold.from", "is missing, say since when it binds"));
    }
    if (hold.until() != null) {
      checkYear("hold.until", hold.until(), problems);
      if (hold.from() != null && !hold.until().isAfter(hold.from())) {
        problems.add(
            new Problem(
                "hold.until",
                "is not after its beginning, check both, or leave it out if they did not say"));
      }
    }
  }

  private static void checkNeeded(
      String field, String text, String remedy, List<Problem> problems) {
    if (text == null || text.isBlank()) {
      problems.add(new Problem(field, remedy));
    }
    checkText(field, text, problems);
  }

  private static void checkText(String field, String text, List<Problem> problems) {
    if (text != null && text.length() > LONGEST_TEXT) {
      problems.add(
          new Problem(
              field, "has %d characters, shorten it to %d".formatted(text.length(), LONGEST_TEXT)));
    }
    Readable.problem(text).ifPresent(problem -> problems.add(new Problem(field, problem)));
  }
}
