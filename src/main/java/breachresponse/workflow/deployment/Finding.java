package breachresponse.workflow.deployment;

import breachresponse.language.Catalogue;

/**
 * What keeps a file from being deployed.
 *
 * @param element of the file, as people see it; the file itself where it is empty
 * @param problem what is wrong, and what to do
 */
record Finding(String file, String element, String problem) {

  /** For people; the names of the file and the element stay as they are. */
  String in(Catalogue language) {
    var said = language.of(problem);
    return element.isEmpty()
        ? "%s: %s".formatted(file, said)
        : "%s, %s: %s".formatted(file, element, said);
  }
}
