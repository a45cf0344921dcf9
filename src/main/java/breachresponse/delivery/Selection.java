package breachresponse.delivery;

import breachresponse.incident.PlaceCodes;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which recipients are meant: those who live in one of the places and are in one of the groups.
 *
 * @param residences ISO 3166-1 or -2, a country means all its parts; empty: wherever they live
 * @param groups as the file of recipients names them, in small letters; empty: whatever they are in
 */
public record Selection(Set<String> residences, Set<String> groups) {

  public static final Selection EVERYBODY = new Selection(Set.of(), Set.of());

  public Selection {
    residences = new TreeSet<>(residences);
    groups =
        groups.stream()
            .map(group -> group.toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * @param residence empty if not known: then no place is theirs
   */
  public boolean includes(String residence, Collection<String> theirGroups) {
    return isFrom(residence)
        && (groups.isEmpty() || theirGroups.stream().anyMatch(groups::contains));
  }

  /** Whether who lives there is meant, as far as that goes. */
  public boolean isFrom(String residence) {
    return residences.isEmpty()
        || residences.contains(residence)
        || residences.contains(PlaceCodes.country(residence));
  }

  public boolean meansEverybody() {
    return residences.isEmpty() && groups.isEmpty();
  }

  public String inWords() {
    if (meansEverybody()) {
      return "everybody who is left";
    }
    return "people"
        + (residences.isEmpty() ? "" : " who live in " + String.join(" or ", residences))
        + (groups.isEmpty() ? "" : " in the group " + String.join(" or ", groups));
  }
}
