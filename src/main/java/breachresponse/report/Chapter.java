package breachresponse.report;

import breachresponse.print.ShownTime;
import breachresponse.register.RegisterLine;
import java.util.Map;

/** A part of the evidence report. */
interface Chapter {

  /** What its place in the page shows, by name. */
  Map<String, Object> of(RegisterLine breach, ShownTime time);
}
