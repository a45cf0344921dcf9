package breachresponse.notice;

import breachresponse.notice.Claim.Bound;
import breachresponse.notice.Claim.Data;
import breachresponse.notice.Claim.Day;
import breachresponse.notice.Claim.People;
import breachresponse.notice.FactSheet.Event;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a text says of people, days and data, as far as a program can tell. It reads sentence
 * by sentence, and rather misses a statement than sees one that is not there: a text in which it
 * sees a wrong one is not released.
 */
final class Reading {

  private static final Pattern BLOCK =
      Pattern.compile("\\n\\s*\\n|\\n(?=\\s*(?:[-*+]|\\d+\\.|#+)\\s)");
  private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+]|\\d+\\.)\\s+");
  private static final Pattern MARKS = Pattern.compile("[*_#>`\\\\]+|\\]\\([^)]*\\)|[\\[\\]]");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}¿¡\"“(])");
  private static final Pattern CLAUSE = Pattern.compile("[,;:()–]");
  private static final Pattern NEW_CLAUSE = Pattern.compile("[,;]| (?:and|but|y|e|pero) ");
  private static final int NEAR = 60;

  /** Days follow their words more often than they go before them. */
  private static final int AFTER = 10;

  private static final int ACROSS_CLAUSES = 2 * NEAR;

  /** So far from its beginning a day stands with which a sentence opens. */
  private static final int ON_THE = "On the ".length();

  private final Signs signs;
  private final Map<Pattern, Data> labels;
  private final List<Claim> found = new ArrayList<>();

  /**
   * @param labels of categories, as lists have them, the longest first
   */
  private Reading(Signs signs, Map<Pattern, Data> labels) {
    this.signs = signs;
    this.labels = labels;
  }

  static List<Claim> in(String text, Signs signs, Map<Pattern, Data> labels) {
    var reading = new Reading(signs, labels);
    reading.read(text);
    return reading.found;
  }

  private void read(String text) {
    var intro = "";
    for (var block : BLOCK.split(text)) {
      var isItem = ITEM.matcher(block).find();
      var plain = plain(ITEM.matcher(block).replaceFirst(""));
      if (isItem && introducesData(intro) && !signs.not.matcher(plain).find()) {
        data(plain, true);
      }
      for (var sentence : SENTENCE.split(plain)) {
        sentence(sentence);
      }
      if (!isItem) {
        intro = plain;
      }
    }
  }

  private static String plain(String markdown) {
    return MARKS.matcher(markdown).replaceAll("").replaceAll("\\s+", " ").strip();
  }

  private boolean introducesData(String intro) {
    return signs.list.matcher(intro).find()
        && (intro.endsWith(":") || signs.involved.matcher(intro).find())
        && !signs.advice.matcher(intro).find()
        && !signs.not.matcher(intro).find();
  }

  private void sentence(String sentence) {
    var masked = days(sentence);
    people(signs.numberWords.map(words -> words.inDigits(masked)).orElse(masked));
    var label = signs.dataLabel.matcher(masked);
    if (label.find()) {
      data(masked.substring(label.end()), true);
    } else if (signs.involved.matcher(masked).find()
        && !signs.not.matcher(masked).find()
        && !signs.advice.matcher(masked).find()) {
      data(masked, false);
    }
  }

  // days

  /**
   * @return the sentence without its days, so that they are not read as numbers
   */
  private String days(String sentence) {
    var days = signs.day.matcher(sentence).results().toList();
    var masked = new StringBuilder(sentence);
    days.forEach(
        day -> masked.replace(day.start(), day.end(), Signs.READ.repeat(day.end() - day.start())));
    days.forEach(day -> day(day, masked.toString()));
    return masked.toString();
  }

  /** The day belongs to the event whose words are nearest, in its clause rather than in another. */
  private void day(MatchResult day, String sentence) {
    Stream.concat(
            signs.events.entrySet().stream()
                .flatMap(it -> near(it.getValue(), day, sentence, Optional.of(it.getKey()))),
            near(signs.during, day, sentence, Optional.empty())
                .filter(it -> it.isBefore() || day.start() <= ON_THE))
        .min(Comparator.comparingInt(Near::distance))
        .ifPresent(near -> found.addAll(readings(near.event(), day)));
  }

  private record Near(Optional<Event> event, int distance, boolean isBefore) {}

  private static Stream<Near> near(
      Pattern words, MatchResult day, String sentence, Optional<Event> event) {
    return words
        .matcher(sentence)
        .results()
        .filter(it -> !between(it, day, sentence).contains(Signs.READ))
        .filter(it -> between(it, day, sentence).length() <= NEAR)
        .map(it -> near(event, it, day, sentence));
  }

  private static Near near(
      Optional<Event> event, MatchResult words, MatchResult day, String sentence) {
    var isBefore = words.start() < day.start();
    var between = between(words, day, sentence);
    return new Near(
        event,
        between.length()
            + (isBefore ? 0 : AFTER)
            + (NEW_CLAUSE.matcher(between).find() ? ACROSS_CLAUSES : 0),
        isBefore);
  }

  private static String between(MatchResult words, MatchResult day, String sentence) {
    var from = Math.min(words.end(), day.end());
    var until = Math.max(words.start(), day.start());
    return from < until ? sentence.substring(from, until) : "";
  }

  /** What can be read in two ways is not held against anybody who means either. */
  private List<Claim> readings(Optional<Event> event, MatchResult found) {
    var day = (Matcher) signs.day.matcher(found.group());
    day.matches();
    if (day.group("isoYear") != null) {
      return List.of(
          new Day(event, number(day, "isoDay"), number(day, "isoMonth"), number(day, "isoYear")));
    }
    if (day.group("dayFirst") != null) {
      return List.of(
          new Day(
              event,
              number(day, "dayFirst"),
              signs.month(day.group("monthAfter")),
              number(day, "yearAfter")));
    }
    if (day.group("monthFirst") != null) {
      return List.of(
          new Day(
              event,
              number(day, "dayAfter"),
              signs.month(day.group("monthFirst")),
              number(day, "yearLast")));
    }
    var one = number(day, "one");
    var two = number(day, "two");
    return one <= 12 && two <= 12 && one != two
        ? List.of()
        : List.of(new Day(event, Math.max(one, two), Math.min(one, two), number(day, "year")));
  }

  private static int number(Matcher day, String group) {
    return day.group(group) == null ? 0 : Integer.parseInt(day.group(group));
  }

  // people

  private void people(String sentence) {
    var seen = new HashMap<Integer, Claim>();
    for (var n = 0; n < signs.people.size(); n++) {
      var isLabelled = n == 1 || n == 2;
      signs
          .people
          .get(n)
          .matcher(sentence)
          .results()
          .filter(it -> isLabelled || isOfThoseAffected(it, sentence))
          .forEach(it -> people(it, sentence).ifPresent(s -> seen.putIfAbsent(it.start(), s)));
    }
    found.addAll(seen.values());
  }

  private boolean isOfThoseAffected(MatchResult number, String sentence) {
    return signs.affected.matcher(sentence).find()
        && !signs.ofAll.matcher(sentence.substring(0, number.start())).find()
        && !signs.otherPeople.matcher(clause(number, sentence)).find();
  }

  private static String clause(MatchResult number, String sentence) {
    var from = 0;
    var marks = CLAUSE.matcher(sentence);
    while (marks.find()) {
      if (marks.start() >= number.end()) {
        return sentence.substring(from, marks.start());
      }
      if (marks.end() <= number.start()) {
        from = marks.end();
      }
    }
    return sentence.substring(from);
  }

  private Optional<Claim> people(MatchResult match, String sentence) {
    var number = match.group(1);
    var scale = match.group(2) == null ? "" : match.group(2).strip();
    var value = value(number, scale);
    var isYear = scale.isEmpty() && number.matches("(19|20)\\d\\d");
    var before = sentence.substring(0, match.start(1));
    return isYear || value.isEmpty()
        ? Optional.empty()
        : Optional.of(new People(value.get(), bound(before)));
  }

  private Bound bound(String before) {
    if (signs.atMost.matcher(before).find()) {
      return Bound.AT_MOST;
    }
    if (signs.atLeast.matcher(before).find()) {
      return Bound.AT_LEAST;
    }
    return signs.about.matcher(before).find() ? Bound.ABOUT : Bound.EXACTLY;
  }

  /** Marks between thousands go; what is left of a mark stands before a fraction. */
  private Optional<Long> value(String number, String scale) {
    var digits = number.replaceAll("[.,'\u00a0\u202f ](?=\\d{3}(?!\\d))", "").replace(',', '.');
    var times =
        signs.millions.matcher(scale).matches()
            ? 1_000_000
            : signs.thousands.matcher(scale).matches() ? 1_000 : 1;
    try {
      return Optional.of(
          new BigDecimal(digits).multiply(BigDecimal.valueOf(times)).longValueExact());
    } catch (ArithmeticException noWholeNumber) {
      return Optional.empty();
    }
  }

  // data

  private void data(String text, boolean isList) {
    var rest = text;
    if (isList) {
      for (var label : labels.entrySet()) {
        var matcher = label.getKey().matcher(rest);
        if (matcher.find()) {
          found.add(label.getValue());
          rest = matcher.replaceAll(" ");
        }
      }
    }
    for (var category : signs.categories) {
      if (category.says().matcher(rest).find()) {
        found.add(new Data(category.called(), category.means()));
      }
    }
  }
}
