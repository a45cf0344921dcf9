package breachresponse.obligation;

import breachresponse.incident.Facts;
import java.util.List;
import java.util.Set;

/** The law as the lawyers wrote it down. The domain asks; decision tables answer. */
public interface LegalBaseline {

  /**
   * The duties of all laws that concern the case by the latest tables, triggered or not, in force
   * or not; none is a valid answer.
   */
  List<Requirement> requirementsOf(Facts facts);

  /** Another one for each set of tables that was ever deployed. */
  String edition();

  /**
   * The duties of all laws that may reach an organisation, before any breach.
   *
   * @param residences where its customers live, ISO 3166-1 or -2
   * @return each with its conditions in words as the finding's reasons
   */
  List<Requirement> requirementsFor(Facts.Organisation organisation, Set<String> residences);
}
