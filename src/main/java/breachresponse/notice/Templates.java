package breachresponse.notice;

import breachresponse.delivery.Selection;
import breachresponse.incident.Facts;
import breachresponse.incident.Facts.Aspect;
import breachresponse.incident.KindsOfData;
import breachresponse.incident.Milestone;
import breachresponse.incident.PlaceCodes;
import breachresponse.incident.Vocabulary;
import breachresponse.notice.DisclosureRules.Disclosure;
import breachresponse.notice.Draft.Mail;
import breachresponse.notice.Draft.Text;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.ResponsePlan.HoldingStatement;
import breachresponse.plan.Voice;
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
import java.util.Optional;
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

  private static final Map<Audience, String> FLAGS =
      Map.of(
          Audience.CUSTOMERS, "customers",
          Audience.THIRD_PARTIES, "thirdParties",
          Audience.EMPLOYEES, "employees",
          Audience.PARTNERS, "partners",
          Audience.PUBLIC, "public",
          Audience.PRESS, "press");

  private static final Segment PUBLIC =
      new Segment("the public", Audience.PUBLIC, Selection.EVERYBODY, Set.of());

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

  Draft draft(int criticality, Facts facts, List<Segment> segments) {
    var own = ownLanguage();
    var toAll = new Disclosed(criticality, facts, PUBLIC).in(own);
    return new Draft(
        segments.stream()
            .map(segment -> mail(segment, new Disclosed(criticality, facts, segment)))
            .toList(),
        filled("post", own, toAll),
        filled(read("social.%s.txt".formatted(own)), own, Escapers.NONE, toAll),
        filled("press", own, toAll),
        body(read("script.%s.md".formatted(own)), own, toAll));
  }

  private static Mail mail(Segment segment, Disclosed disclosed) {
    return new Mail(
        segment,
        LANGUAGES.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    language -> filled("letter", language, disclosed.in(language)))));
  }

  /** What may be said in the first hour: it was approved before, so that it knows no facts. */
  Draft holding(int criticality) {
    var own = ownLanguage();
    var known = new HashMap<String, Object>();
    putPlan(known);
    var ofTemplate = filled("holding", own, known);
    var body =
        HoldingStatement.at(criticality, own, plan.holdingStatements())
            .map(statement -> body(statement.text(), own, known))
            .orElse(ofTemplate.body());
    return new Draft(
        Map.of(),
        new Text(ofTemplate.subject(), body),
        filled(read("holding-social.%s.txt".formatted(own)), own, Escapers.NONE, known));
  }

  /** The holding statement of the template as it stands, with its places in double braces. */
  static String holdingTemplate(String language) {
    return read("holding.%s.md".formatted(language)).split("\n", 2)[1].strip();
  }

  private String greeting(String language) {
    return Optional.ofNullable(plan.wording().greetings().get(language))
        .map(
            words ->
                Stream.of(words.split("\\{\\{name}}", -1))
                    .map(Markdown::escaped)
                    .collect(Collectors.joining("{{name}}")))
        .orElse(null);
  }

  /** The language of what is published. */
  String ownLanguage() {
    return LANGUAGES.contains(plan.fallbackLanguage()) ? plan.fallbackLanguage() : "en";
  }

  /** The first line of a template is the subject or title, which is no Markdown. */
  private static Text filled(String template, String language, Map<String, Object> words) {
    var parts = read("%s.%s.md".formatted(template, language)).split("\n", 2);
    return new Text(
        filled(parts[0], language, Escapers.NONE, words), body(parts[1], language, words));
  }

  private static String body(String template, String language, Map<String, Object> words) {
    return filled(template, language, Markdown::escaped, words).replaceAll("\n{3,}", "\n\n");
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
    known.put("caring", plan.voice() == Voice.CLOSE_AND_CARING);
    known.put("sober", plan.voice() == Voice.SOBER_AND_BRIEF);
  }

  /** Data that are told of together, under a title of their own or none. */
  private record Group(String title, Set<String> items) {}

  /** What may be said of one case to one segment. */
  private final class Disclosed {
    private final Facts facts;
    private final Segment segment;
    private final Map<String, String> kindByCategory = new LinkedHashMap<>();
    private final Map<String, Disclosure> byKind = new LinkedHashMap<>();

    Disclosed(int criticality, Facts facts, Segment segment) {
      this.facts = facts;
      this.segment = segment;
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
      known.put("greeting", greeting(language));
      known.put("closing", plan.wording().closings().get(language));
      for (var audience : Audience.values()) {
        known.put(FLAGS.get(audience), audience == segment.audience());
      }
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
          .forEach(kind -> known.put(kind, isTold(kind)));
      known.put("pressure", isTold("private-life") || isTold("confidential"));
      return known;
    }

    private boolean isAnybodyIn(String country) {
      return residences().map(PlaceCodes::country).anyMatch(country::equals);
    }

    /** Where people of the segment live, as far as anybody knows. */
    private Stream<String> residences() {
      return Stream.concat(
          Stream.ofNullable(facts.affected())
              .flatMap(List::stream)
              .map(Facts.Affected::residence)
              .filter(segment.who()::isFrom),
          segment.who().residences().stream());
    }

    /** What the segment is told of; what may be told depends on all that the case is about. */
    private Map<String, String> told() {
      var told = new LinkedHashMap<>(kindByCategory);
      if (!segment.dataCategories().isEmpty()) {
        told.keySet().retainAll(segment.dataCategories());
      }
      return told;
    }

    private boolean isTold(String kind) {
      return told().containsValue(kind);
    }

    private boolean mayTell(Predicate<Disclosure> what) {
      return byKind.values().stream().allMatch(what);
    }

    /** What has no title comes first, under the sentence that introduces them all. */
    private List<Group> groups(Words words) {
      var groups = new LinkedHashMap<String, Group>();
      told()
          .forEach(
              (category, kind) -> {
                var disclosure = byKind.get(kind);
                var title = disclosure.apart() ? words.kind(kind) : null;
                groups
                    .computeIfAbsent(
                        disclosure.apart() ? kind : "",
                        k -> new Group(title, new LinkedHashSet<>()))
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
