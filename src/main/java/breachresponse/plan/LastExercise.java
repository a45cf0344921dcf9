package breachresponse.plan;

import java.time.Instant;
import java.util.Optional;

/** When the plan was last rehearsed to the end. */
interface LastExercise {

  Optional<Instant> lastExercise();
}
