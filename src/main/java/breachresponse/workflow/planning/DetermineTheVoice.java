package breachresponse.workflow.planning;

import breachresponse.delivery.MailAddress;
import breachresponse.notice.Samples;
import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.plan.ResponsePlan.Sender;
import breachresponse.plan.ResponsePlan.Wording;
import breachresponse.plan.Voice;
import breachresponse.workflow.forms.Answers;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How the organisation speaks to people, and who signs. */
@Component
class DetermineTheVoice implements PlanSection {

  private final Samples samples;

  DetermineTheVoice(Samples samples) {
    this.samples = samples;
  }

  @Override
  public String task() {
    return "determineTheVoice";
  }

  @Override
  public Map<String, Object> shown(PlanContent draft) {
    var shown = new HashMap<String, Object>();
    var wording = draft.wording();
    shown.put("voice", draft.voice().name());
    wording.greetings().forEach((language, words) -> shown.put(language + "Greeting", words));
    wording.closings().forEach((language, words) -> shown.put(language + "Closing", words));
    shown.put("preferred", String.join("\n", wording.preferred()));
    shown.put("avoided", String.join("\n", wording.avoided()));
    shown.put("senderName", draft.sender().name());
    shown.put("senderTitle", draft.sender().title());
    shown.put("senderAddress", draft.sender().address());
    shown.put("caring", sample(draft, Voice.CLOSE_AND_CARING));
    shown.put("sober", sample(draft, Voice.SOBER_AND_BRIEF));
    return shown;
  }

  @Override
  public PlanContent settled(PlanContent draft, Answers answers) {
    return PlanContentBuilder.builder(draft)
        .voice(Voice.valueOf(answers.needText("voice")))
        .wording(
            new Wording(
                byLanguage(answers, "Greeting", "{{name}}"),
                byLanguage(answers, "Closing", ""),
                Lines.plain(answers, "preferred"),
                Lines.plain(answers, "avoided")))
        .sender(
            new Sender(
                answers.needText("senderName"),
                answers.needText("senderTitle"),
                MailAddress.ofOurs("senderAddress", answers.needText("senderAddress"))))
        .build();
  }

  /** As Markdown in which headings are bold words: the form has headings of its own. */
  private String sample(PlanContent draft, Voice voice) {
    var letter = samples.letter(PlanContentBuilder.builder(draft).voice(voice).build(), "en");
    return letter.body().replaceAll("(?m)^#+ (.*)$", "**$1**").replace("{{name}}", "Maria Example");
  }

  private static Map<String, String> byLanguage(Answers answers, String part, String allowed) {
    var byLanguage = new HashMap<String, String>();
    for (var language : Samples.LANGUAGES) {
      var field = language + part;
      answers
          .text(field)
          .map(words -> checked(field, words, allowed))
          .ifPresent(words -> byLanguage.put(language, words));
    }
    return byLanguage;
  }

  private static String checked(String field, String words, String allowed) {
    var rest = allowed.isEmpty() ? words : words.replace(allowed, "");
    if (rest.contains("{{") || rest.contains("}}")) {
      throw new IllegalArgumentException(
          "%s: %s"
              .formatted(
                  field,
                  "something stands in double braces, please replace or delete it"
                      + (allowed.isEmpty() ? "" : "; only %s may stay".formatted(allowed))));
    }
    return words;
  }
}
