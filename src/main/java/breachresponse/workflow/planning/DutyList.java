package breachresponse.workflow.planning;

import static java.util.stream.Collectors.joining;

import breachresponse.evidence.Sha256;
import breachresponse.obligation.Duty;
import breachresponse.obligation.Requirement;
import breachresponse.workflow.desk.CaseSheet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The duties of a plan as people read them, and what legal said of each. On the form they have
 * numbers; what one row of a table asks for in several places has one, and one remark.
 *
 * @param remarks by the id of the duty
 */
record DutyList(List<Requirement> duties, Map<String, String> remarks) {

  /**
   * @param language in which it is read, but for the words of the law
   */
  String inWords(UnaryOperator<String> language) {
    return table(
        "| Place | Who is told | Law | By when | Remark of legal |", language, required -> "");
  }

  /**
   * @param language in which the form is read, but for the words of the law
   */
  String withNumbers(UnaryOperator<String> language) {
    return table(
        "| No. | Place | Who is told | Law | By when | Remark of legal |",
        language,
        required -> "| %d ".formatted(number(required.duty().id())));
  }

  /** Another one for each list of duties, since its numbers mean something else. */
  String fingerprint() {
    return Sha256.of(new DutyList(duties, Map.of()).withNumbers(UnaryOperator.identity()))
        .substring(0, 8);
  }

  /** The id of the duty that has this number. */
  Optional<String> id(String number) {
    return ids().stream().filter(id -> number.equals(String.valueOf(number(id)))).findFirst();
  }

  int number(String id) {
    return ids().indexOf(id) + 1;
  }

  List<String> ids() {
    return duties.stream().map(required -> required.duty().id()).distinct().toList();
  }

  private String table(
      String head, UnaryOperator<String> language, Function<Requirement, String> number) {
    return duties.isEmpty()
        ? language.apply("The tables have no law for these places.")
        : "%s\n%s\n".formatted(language.apply(head), head.replaceAll("[^|]+", " --- "))
            + duties.stream()
                .map(required -> number.apply(required) + row(required, language))
                .collect(joining("\n"));
  }

  private String row(Requirement required, UnaryOperator<String> language) {
    Duty duty = required.duty();
    return "| %s | %s | %s%s | %s | %s |"
        .formatted(
            duty.jurisdiction(),
            CaseSheet.plain(language.apply(duty.recipientName())),
            CaseSheet.plain(duty.citation()),
            duty.confidence().equals("low")
                ? ", **%s**".formatted(language.apply("not certain"))
                : "",
            CaseSheet.plain(language.apply(required.term().inWords())),
            CaseSheet.plain(remarks.getOrDefault(duty.id(), "")));
  }
}
