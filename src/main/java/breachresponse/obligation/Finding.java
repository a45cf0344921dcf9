package breachresponse.obligation;

import java.util.List;

/**
 * What the legal tables say of a duty as the facts stand, and why.
 *
 * @param because what it fails on where it is not triggered, which facts are missing where it is
 *     undecided; in words
 */
public record Finding(Verdict verdict, List<String> because) {

  public boolean isOwed() {
    return verdict != Verdict.NOT_TRIGGERED;
  }

  public String inWords() {
    return String.join("; ", because);
  }
}
