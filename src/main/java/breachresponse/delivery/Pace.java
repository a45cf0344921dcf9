package breachresponse.delivery;

import breachresponse.incident.CaseNumber;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How fast mail leaves, reckoned before it does. */
@Component
public class Pace {

  /**
   * @param perSecond letters
   * @param isSet false where nobody has set a rate, so that a usual one is reckoned with
   * @param takes how long all of it takes, if nothing has to be tried again
   */
  public record Estimate(double perSecond, boolean isSet, Duration takes) {}

  private record Domain(String name, int people) {}

  private final TrafficSettings settings;
  private final JdbcClient db;

  Pace(TrafficSettings settings, JdbcClient db) {
    this.settings = settings;
    this.db = db;
  }

  /**
   * @param people how many of the case's recipients get a mail
   */
  public Estimate of(CaseNumber caseNumber, int people) {
    var seconds = Math.max(people / settings.reckonedRate(), slowestDomain(caseNumber));
    return new Estimate(
        settings.reckonedRate(),
        settings.rate() > 0,
        Duration.ofSeconds((long) Math.ceil(seconds)));
  }

  private double slowestDomain(CaseNumber caseNumber) {
    return settings.pacesDomains()
        ? db
            .sql(
                """
                select substring(r.address from position('@' in r.address) + 1) as name,
                  count(*) as people
                from recipient r join recipient_list l on l.case_number = r.case_number
                where r.case_number = :case
                  and r.number > l.noticed and r.number <= l.last_number
                group by substring(r.address from position('@' in r.address) + 1)
                """)
            .param("case", caseNumber.value())
            .query(Domain.class)
            .list()
            .stream()
            .filter(domain -> settings.rateOf(domain.name()) > 0)
            .mapToDouble(domain -> domain.people() / settings.rateOf(domain.name()))
            .max()
            .orElse(0)
        : 0;
  }
}
