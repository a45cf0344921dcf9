package breachresponse.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Only who administers the accounts may call this. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface ForAdministrators {

  /** The group of those, as the engine calls it. */
  String GROUP = "camunda-admin";
}
