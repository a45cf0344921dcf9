package breachresponse.delivery;

import static java.util.stream.Collectors.toMap;

import breachresponse.delivery.Carrier.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Counts each letter that this node has tried to hand over, by what came of it. */
@Component
class MailCounts {

  /** Whom a letter is for. */
  enum To {
    RECIPIENTS,
    STAFF
  }

  private final Map<To, Map<Class<?>, Counter>> counters;

  /** All are there from the start: a rate needs a zero to begin with. */
  MailCounts(MeterRegistry meters) {
    counters =
        Arrays.stream(To.values())
            .collect(
                toMap(
                    Function.identity(),
                    to ->
                        Arrays.stream(Outcome.class.getPermittedSubclasses())
                            .collect(
                                toMap(
                                    Function.identity(),
                                    outcome -> counter(meters, to, outcome)))));
  }

  private static Counter counter(MeterRegistry meters, To to, Class<?> outcome) {
    return Counter.builder("breach.mails")
        .description("Letters that this node has tried to hand over, by what came of it")
        .tag("to", word(to.name()))
        .tag("outcome", word(outcome.getSimpleName()))
        .register(meters);
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  void count(To to, Outcome outcome) {
    counters.get(to).get(outcome.getClass()).increment();
  }
}
