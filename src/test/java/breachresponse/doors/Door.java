package breachresponse.doors;

import java.util.Locale;

/** Where something can be put in from outside, and somebody who may. */
enum Door {
  REPORT("ian", "POST", "/api/incidents", "application/json"),
  FACTS("petra", "PUT", "/api/incidents/{caseNumber}/facts", "application/json"),
  EVALUATE("lena", "POST", "/api/obligations/evaluate", "application/json"),
  BASELINE("lena", "POST", "/api/obligations/baseline", "application/json"),
  LETTERS("ian", "POST", "/api/incidents/{caseNumber}/letters", "application/json"),
  TOKENS("admin", "POST", "/api/tokens", "application/json"),
  BOUNCES("ian", "POST", "/api/bounces", "application/json"),
  RETURNED_MAIL("ian", "POST", "/api/bounces", "message/rfc822"),
  RECIPIENTS("ian", "POST", "/api/incidents/{caseNumber}/recipients", "text/csv"),
  RECIPIENTS_AS_ZIP("ian", "POST", "/api/incidents/{caseNumber}/recipients", "application/zip"),
  START_FORM(
      "ian",
      "POST",
      "/engine-rest/process-definition/key/respond-to-breach/submit-form",
      "application/json"),
  TRIAGE_FORM("ian", "POST", "/engine-rest/task/{triage}/submit-form", "application/json"),
  VARIABLE("ian", "PUT", "/engine-rest/task/{triage}/variables/number", "application/json"),
  TASKS("ian", "POST", "/engine-rest/task", "application/json"),
  FILTER("admin", "POST", "/engine-rest/filter/create", "application/json"),
  DEPLOYMENT(
      "omar", "POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=part");

  final String person;
  final String method;
  final String path;
  final String type;

  Door(String person, String method, String path, String type) {
    this.person = person;
    this.method = method;
    this.path = path;
    this.type = type;
  }

  /** As the list writes it: {@code returned mail}. */
  static Door of(String words) {
    return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  boolean isForm() {
    return path.endsWith("/submit-form");
  }

  boolean isOfTheEngine() {
    return path.startsWith("/engine-rest/");
  }
}
