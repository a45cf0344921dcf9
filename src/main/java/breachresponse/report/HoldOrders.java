package breachresponse.report;

import breachresponse.identity.Names;
import breachresponse.incident.Facts.Hold;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.print.ShownTime;
import breachresponse.register.RegisterLine;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What law enforcement asked not to tell yet, each time that it was recorded. */
@Component
class HoldOrders implements Chapter {

  /** A hold as it was recorded then. */
  record Shown(String basis, String orderedBy, String from, String until, String recorded) {}

  private final Incidents incidents;
  private final Names names;

  HoldOrders(Incidents incidents, Names names) {
    this.incidents = incidents;
    this.names = names;
  }

  @Override
  public Map<String, Object> of(RegisterLine breach, ShownTime time) {
    return Map.of("holds", changes(incidents.versions(breach.incident().caseNumber()), time));
  }

  private List<Shown> changes(List<FactsVersion> versions, ShownTime time) {
    var shown = new ArrayList<Shown>();
    Hold before = null;
    for (var version : versions) {
      var hold = version.facts().hold();
      if (!Objects.equals(before, hold)) {
        shown.add(shown(hold, version, time));
      }
      before = hold;
    }
    return shown;
  }

  private Shown shown(Hold hold, FactsVersion version, ShownTime time) {
    var recorded =
        "%s, %s".formatted(time.at(version.recordedAt()), names.inFull(version.recordedBy()));
    return hold == null
        ? new Shown("It has ended.", "", "", "", recorded)
        : new Shown(
            hold.basis(),
            Objects.requireNonNullElse(hold.orderedBy(), "not said"),
            at(hold.from(), time),
            at(hold.until(), time),
            recorded);
  }

  private static String at(OffsetDateTime at, ShownTime time) {
    return at == null ? "not said" : time.at(at.toInstant());
  }
}
