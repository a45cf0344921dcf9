package breachresponse.workflow.deployment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A step of a process that sends or publishes: what it tells reaches somebody outside. No diagram
 * is deployed that comes to it without a sign-off.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TellsOutsiders {

  /** What it does, as in "posts on a channel". */
  String value();
}
