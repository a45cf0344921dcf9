package breachresponse.workflow.deployment;

/**
 * What keeps a file from being deployed.
 *
 * @param element of the file, as people see it; the file itself where it is empty
 * @param problem what is wrong, and what to do
 */
record Finding(String file, String element, String problem) {

  @Override
  public String toString() {
    return element.isEmpty()
        ? "%s: %s".formatted(file, problem)
        : "%s, %s: %s".formatted(file, element, problem);
  }
}
