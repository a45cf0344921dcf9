package breachresponse.workflow.deployment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A task by which a second person releases a text: a sign-off of its own. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Releases {

  /** The variable that is true afterwards if the text is released. */
  String value();
}
