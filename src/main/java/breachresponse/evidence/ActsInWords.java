package breachresponse.evidence;

import static java.util.stream.Collectors.joining;

import breachresponse.evidence.Timeline.Entry;
import breachresponse.identity.Names;
import breachresponse.notice.ChannelRules.Channel;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import breachresponse.print.ShownTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Says what was done as people read it. An entry stays as it was hashed, also where it has codes in
 * place of words, as earlier releases wrote them, and log-ins: they are turned into words each time
 * that it is shown.
 */
@Component
public class ActsInWords {

  private static final Set<String> OF_DUTIES =
      Set.of(
          "obligation determined",
          "deadline recomputed",
          "obligation looked at again",
          "obligation no longer triggered",
          "obligation does not arise",
          "obligation fulfilled",
          "filed again",
          "filing withdrawn",
          "delay explained",
          "obligation released",
          "obligation kept");

  private static final Set<String> OF_TEXTS =
      Set.of(
          "text submitted for signature",
          "signatories determined",
          "text signed",
          "signature refused",
          "text released in an emergency",
          "released text found right",
          "released text found wrong");

  private static final Set<String> OF_CHANNELS =
      Set.of(
          "notice posted",
          "not posted",
          "not posted yet",
          "posting tried again",
          "audience informed");

  private static final Pattern INSTANT =
      Pattern.compile(
          "(?<![\\w/=.-])\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)");

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  /** One code or more, as they were written. */
  private static final String CODES = "([^\\s,:;]+(?:, [^\\s,:;]+)*)";

  /**
   * A code that was written.
   *
   * @param acts what was done
   * @param place where it stands: the first group
   */
  private record Code(Set<String> acts, Pattern place, UnaryOperator<String> words) {

    Code(Set<String> acts, String place, UnaryOperator<String> words) {
      this(acts, Pattern.compile(place), words);
    }

    String inWords(String detail) {
      var code = place.matcher(detail);
      return code.find()
          ? detail.substring(0, code.start(1))
              + Stream.of(code.group(1).split(", ")).map(words).collect(joining(", "))
              + detail.substring(code.end(1))
          : detail;
    }
  }

  private final ResponsePlan plan;
  private final List<Code> codes;

  ActsInWords(ResponsePlan plan, Names names) {
    this.plan = plan;
    codes = codes(names);
  }

  private static List<Code> codes(Names names) {
    return List.of(
        new Code(OF_DUTIES, "^(\\S+ \\(\\S+\\)), ", ActsInWords::withoutId),
        new Code(OF_TEXTS, "^([a-z-]+) '", kind -> kind.replace('-', ' ')),
        new Code(OF_TEXTS, "', for " + CODES, Role::title),
        new Code(Set.of("signatories determined"), "': " + CODES + "$", Role::title),
        new Code(
            Set.of("text released in an emergency"),
            ", without the signatures of " + CODES + ": ",
            Role::title),
        new Code(
            Set.of("deputies asked to sign"), ", not signed yet by " + CODES + "; ", Role::title),
        new Code(Set.of("deputies asked to sign"), "; deputies: (.+)$", Role::title),
        new Code(Set.of("team mailed"), "^" + CODES + ": ", Role::title),
        new Code(OF_CHANNELS, "^([a-z-]+)(?=$|: )", Channel::title),
        new Code(
            Set.of("dispatch started", "dispatch rehearsed"),
            "^notice( [0-9a-f-]{36}) to ",
            notice -> ""),
        new Code(
            Set.of("told those whom mail did not reach"),
            "^([a-z-]+), ",
            way -> way.replace('-', ' ')),
        new Code(Set.of("moved to another version"), "^(\\S+): from version ", names::ofRule),
        new Code(Set.of(Timeline.INTERVENTION), " in (\\S+)$", names::ofRule),
        new Code(Set.of(Timeline.INTERVENTION), "^(\\S+ \\(\\S+\\)) in ", ActsInWords::operation),
        new Code(
            Set.of("case restricted", "let in", "put out"),
            "^(?:only )?" + CODES + "(?: may see it)?: ",
            names::inFull),
        new Code(Set.of("exercise begun"), ", with " + CODES + "$", names::inFull),
        new Code(Set.of("lesson drawn"), ": (\\S+) by [\\d-]+$", names::inFull),
        new Code(
            Set.of("end of the hold of law enforcement moved", "hold of law enforcement ended"),
            "; first said by (\\S+): ",
            names::inFull),
        new Code(Set.of("staff woken"), "; no mail address of " + CODES + "$", names::inFull));
  }

  /** The rest of what was done; empty if there is none. */
  public String detail(Entry entry) {
    var detail = entry.detail().orElse("");
    for (var code : codes) {
      if (code.acts().contains(entry.act())) {
        detail = code.inWords(detail);
      }
    }
    return INSTANT.matcher(detail).replaceAll(at -> inWords(at.group()));
  }

  private String inWords(String at) {
    try {
      return new ShownTime(plan.zone()).inFull(OffsetDateTime.parse(at).toInstant());
    } catch (DateTimeParseException typedByHand) {
      return at;
    }
  }

  /** The id of a duty tells people nothing that its place and recipient do not. */
  private static String withoutId(String duty) {
    return duty.replaceFirst("^\\S+ \\((\\S+)\\)", "$1");
  }

  /**
   * @param operation as the engine calls it, {@code ModifyProcessInstance (ProcessInstance)}
   * @return {@code modify process instance}
   */
  public static String operation(String operation) {
    var once = operation.replaceFirst("(\\w+) \\(\\1\\)", "$1");
    return HUMP.matcher(once).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
