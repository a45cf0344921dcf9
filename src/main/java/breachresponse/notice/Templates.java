package breachresponse.notice;

import breachresponse.incident.Facts;
import breachresponse.incident.Facts.Aspect;
import breachresponse.incident.KindsOfData;
import breachresponse.incident.Milestone;
import breachresponse.incident.PlaceCodes;
import breachresponse.incident.Vocabulary;
import breachresponse.notice.DisclosureRules.Disclosure;
import breachresponse.notice.Draft.Text;
import breachresponse.plan.ResponsePlan;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Makes drafts of what is known, as far as it may be disclosed. */
@Component
class Templates {

  /** The languages that there are texts for, ISO 639-1. */
  static final List<String> LANGUAGES = List.of("en", "es");

  private final ResponsePlan plan;
  private final DisclosureRules rules;
  private final KindsOfData kinds;
  private final Vocabulary vocabulary;

  Templates(ResponsePlan plan, DisclosureRules rules, KindsOfData kinds, Vocabulary vocabulary) {
    this.plan = plan;
    this.rules = rules;
    this.kinds = kinds;
    this.vocabulary = vocabulary;
  }

  Draft draft(int criticality, Facts facts) {
    var disclosed = new Disclosed(criticality, facts);
    var own = ownLanguage();
    return new Draft(
        LANGUAGES.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    language -> filled("customer", language, disclosed.in(language)))),
        filled("post", own, disclosed.in(own)),
        filled(read("social.%s.txt".formatted(own)), own, Escapers.NONE, disclosed.in(own)));
  }

  /** What may be said in the first hour: it was approved before, so that it knows no facts. */
  Draft holding() {
    var own = ownLanguage();
    var known = new HashMap<String, Object>();
    putPlan(known);
    return new Draft(
        Map.of(),
        filled("holding", own, known),
        filled(read("holding-social.%s.txt".formatted(own)), own, Escapers.NONE, known));
  }

  /** The language of what is published. */
  String ownLanguage() {
    return LANGUAGES.contains(plan.fallbackLanguage()) ? plan.fallbackLanguage() : "en";
  }

  /** The first line of a template is the subject or title, which is no Markdown. */
  private static Text filled(String template, String language, Map<String, Object> words) {
    var parts = read("%s.%s.md".formatted(template, language)).split("\n", 2);
    return new Text(
        filled(parts[0], language, Escapers.NONE, words),
        filled(parts[1], language, Markdown::escaped, words).replaceAll("\n{3,}", "\n\n"));
  }

  private static String filled(
      String template, String language, Mustache.Escaper escaper, Map<String, Object> words) {
    return Mustache.compiler()
        .withEscaper(escaper)
        .withLoader(part -> new StringReader(read("%s.%s.md".formatted(part, language))))
        .compile(template)
        .execute(words);
  }

  private static String read(String file) {
    try {
      return new ClassPathResource("notices/" + file).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void putPlan(Map<String, Object> known) {
    known.put("organisation", plan.organisation());
    known.put("senderName", plan.sender().name());
    known.put("senderTitle", plan.sender().title());
    known.put("email", plan.contact().email());
    known.put("phone", plan.contact().phone());
    known.put("page", plan.contact().page());
  }

  /** Data that are told of together, under a title of their own or none. */
  private record Group(String title, Set<String> items) {}

  /** What may be said of one case. */
  private final class Disclosed {
    private final Facts facts;
    private final Map<String, String> kindByCategory = new LinkedHashMap<>();
    private final Map<String, Disclosure> byKind = new LinkedHashMap<>();

    Disclosed(int criticality, Facts facts) {
      this.facts = facts;
      inOrder(facts.dataCategories())
          .forEach(category -> kindByCategory.put(category, kinds.of(category).name()));
      // what nobody knows yet is treated like what the tables do not know
      var found =
          kindByCategory.isEmpty() ? List.of(kinds.of("other").name()) : kindByCategory.values();
      found.forEach(kind -> byKind.computeIfAbsent(kind, k -> rules.disclosureOf(criticality, k)));
    }

    Map<String, Object> in(String language) {
      var words = Words.in(language);
      var known = new HashMap<String, Object>();
      known.put("name", "{{name}}");
      putPlan(known);
      for (var aspect : Aspect.values()) {
        known.put(
            aspect.name().toLowerCase(Locale.ROOT),
            facts.breach() != null && facts.breach().contains(aspect));
      }
      known.put("occurredOn", date(facts.clocks().get(Milestone.OCCURRENCE), words));
      known.put("awareOn", date(facts.awareAt(), words));
      known.put("containedOn", date(facts.clocks().get(Milestone.CONTAINMENT), words));
      known.put("people", mayTell(Disclosure::numbers) ? people(words) : null);
      known.put(
          "cause", mayTell(Disclosure::cause) ? account(facts.account().cause(), language) : null);
      known.put("consequences", account(facts.account().consequences(), language));
      known.put("measures", account(facts.account().measures(), language));
      known.put("delayed", facts.hold() != null);
      known.put("unreadable", facts.protection().unreadable());
      known.put("unitedStates", isAnybodyIn("US"));
      residences().forEach(place -> known.put(place, true));
      known.put("categoriesKnown", facts.dataCategories() != null);
      known.put("groups", groups(words));
      List.of("credentials", "payment", "identity", "health")
          .forEach(kind -> known.put(kind, byKind.containsKey(kind)));
      known.put(
          "pressure", byKind.containsKey("private-life") || byKind.containsKey("confidential"));
      return known;
    }

    private boolean isAnybodyIn(String country) {
      return residences().map(PlaceCodes::country).anyMatch(country::equals);
    }

    private Stream<String> residences() {
      return Stream.ofNullable(facts.affected())
          .flatMap(List::stream)
          .map(Facts.Affected::residence);
    }

    private boolean mayTell(Predicate<Disclosure> what) {
      return byKind.values().stream().allMatch(what);
    }

    /** What has no title comes first, under the sentence that introduces them all. */
    private List<Group> groups(Words words) {
      var groups = new LinkedHashMap<String, Group>();
      kindByCategory.forEach(
          (category, kind) -> {
            var disclosure = byKind.get(kind);
            var title = disclosure.apart() ? words.kind(kind) : null;
            groups
                .computeIfAbsent(
                    disclosure.apart() ? kind : "", k -> new Group(title, new LinkedHashSet<>()))
                .items()
                .add(disclosure.categories() ? words.category(category) : words.kind(kind));
          });
      return groups.values().stream()
          .sorted(Comparator.comparing(group -> group.title() != null))
          .toList();
    }

    /** One person is nobody's number but their own. */
    private String people(Words words) {
      if (facts.people() < 2) {
        return null;
      }
      var certain = "number.exact";
      if (facts.affected().stream().anyMatch(some -> Boolean.TRUE.equals(some.estimated()))) {
        certain = "number.about";
      } else if (facts.affected().stream().anyMatch(some -> some.people() == null)) {
        certain = "number.atLeast";
      }
      return words.get(certain, words.number(facts.people()));
    }

    private String date(OffsetDateTime at, Words words) {
      return at == null ? null : words.date(at.atZoneSameInstant(plan.zone()).toLocalDate());
    }

    /**
     * What staff wrote, on one line. They wrote it in one language: in the others it stands in
     * double braces, with which nothing can be submitted.
     */
    private String account(String written, String language) {
      if (written == null || written.isBlank()) {
        return null;
      }
      var line = written.strip().replaceAll("\\s+", " ").replaceAll("([{}])(?=[{}])", "$1 ");
      return language.equals(plan.fallbackLanguage()) ? line : "{{translate: " + line + "}}";
    }

    private List<String> inOrder(Set<String> categories) {
      if (categories == null) {
        return List.of();
      }
      var order = vocabulary.dataCategories().stream().map(Vocabulary.Term::id).toList();
      return categories.stream()
          .sorted(
              Comparator.comparingInt(
                      (String id) -> order.contains(id) ? order.indexOf(id) : order.size())
                  .thenComparing(id -> id))
          .toList();
    }
  }
}
