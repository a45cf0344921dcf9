package breachresponse.identity;

/**
 * A program that does one thing here without a person.
 *
 * @param name as an administrator has called it
 */
public record Machine(String name, Scope scope) {

  /** No account can be called so: names of people have no blanks. */
  public String signature() {
    return name + " (machine)";
  }
}
