package breachresponse.plan;

import static java.util.stream.Collectors.joining;

import breachresponse.evidence.Sha256;
import breachresponse.obligation.Duty;
import breachresponse.obligation.LegalBaseline;
import breachresponse.obligation.Requirement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Notices that the tables say another thing about a place of the plan than when it was signed. */
@Repository
@Transactional
public class LawOfThePlan {

  private final JdbcClient db;
  private final Plans plans;
  private final LegalBaseline baseline;

  LawOfThePlan(JdbcClient db, Plans plans, LegalBaseline baseline) {
    this.db = db;
    this.plans = plans;
    this.baseline = baseline;
  }

  /**
   * The places of the version in force whose duties are others than when this was last asked; none
   * the first time.
   */
  public Set<String> changedPlaces() {
    var version = plans.inForce();
    if (version.isDefault()) {
      return Set.of();
    }
    var known = known(version.number());
    var now = now(version.content());
    var changed = new TreeSet<String>();
    now.forEach(
        (place, sha256) -> {
          if (!Objects.equals(known.get(place), sha256)) {
            remember(version.number(), place, sha256);
            changed.add(place);
          }
        });
    return known.isEmpty() ? Set.of() : changed;
  }

  private Map<String, String> known(int version) {
    var known = new HashMap<String, String>();
    db.sql("select place, sha256 from plan_law where version = :version")
        .param("version", version)
        .query(
            (RowCallbackHandler) row -> known.put(row.getString("place"), row.getString("sha256")));
    return known;
  }

  private void remember(int version, String place, String sha256) {
    var isNew =
        db.sql("update plan_law set sha256 = :sha256 where version = :version and place = :place")
                .param("version", version)
                .param("place", place)
                .param("sha256", sha256)
                .update()
            == 0;
    if (isNew) {
      db.sql("insert into plan_law (version, place, sha256) values (:version, :place, :sha256)")
          .param("version", version)
          .param("place", place)
          .param("sha256", sha256)
          .update();
    }
  }

  /** Each place by itself: what is found for several at once depends on their order. */
  private Map<String, String> now(PlanContent plan) {
    var places = new TreeSet<>(plan.residences());
    places.addAll(plan.facts().establishments());
    var now = new HashMap<String, String>();
    for (var place : places) {
      var duties =
          baseline.requirementsFor(plan.facts().establishedIn(Set.of(place)), Set.of(place));
      now.put(place, Sha256.of(text(duties)));
    }
    return now;
  }

  private static String text(List<Requirement> duties) {
    return duties.stream().map(LawOfThePlan::text).sorted().collect(joining("\n"));
  }

  /** Not from which version of a table it comes, when somebody last looked, or how it is worded. */
  private static String text(Requirement required) {
    Duty duty = required.duty();
    return String.join(
        "|",
        duty.id(),
        duty.jurisdiction(),
        duty.recipient().name(),
        duty.recipientName(),
        duty.step().name(),
        duty.wording(),
        duty.citation(),
        duty.howToTell().orElse(""),
        required.term().toString(),
        required.conditions());
  }
}
