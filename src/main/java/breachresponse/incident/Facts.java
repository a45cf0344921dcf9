package breachresponse.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What is known of a breach at one time. A fact that nobody knows yet is {@code null} or absent;
 * empty means known to be none. New findings make new facts, these stay as they were.
 *
 * @param awareAt when the organisation became aware, with the offset in which it was written down
 * @param clocks what else has happened that starts a clock of some law
 * @param affected the people affected, by residence
 * @param risk the likely risk to people
 * @param consequence the worst that has come of it, or must be expected
 * @param account the words for it: cause, consequences, measures, and the reasons for the risk
 * @param hold what law enforcement asked us not to tell the public yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Facts(
    OffsetDateTime awareAt,
    Map<Milestone, OffsetDateTime> clocks,
    Organisation organisation,
    List<Affected> affected,
    Set<Aspect> breach,
    Set<String> dataCategories,
    Protection protection,
    Risk risk,
    Consequence consequence,
    Account account,
    Hold hold) {

  /** What is known before anybody has recorded anything. */
  public static final Facts UNKNOWN =
      new Facts(null, null, null, null, null, null, null, null, null, null, null);

  public Facts {
    clocks = withoutNulls(clocks);
    affected = affected == null ? null : List.copyOf(affected);
    breach = breach == null ? null : Set.copyOf(breach);
    dataCategories = dataCategories == null ? null : Set.copyOf(dataCategories);
    protection = protection == null ? new Protection(null, null) : protection;
    account = account == null ? new Account(null, null, null, null, null) : account;
  }

  /** What is known at the start: the organisation itself, and when it became aware, if it is. */
  public static Facts first(OffsetDateTime awareAt, Organisation organisation) {
    return new Facts(awareAt, null, organisation, null, null, null, null, null, null, null, null);
  }

  /** Nothing is known but where people are affected. */
  public static Facts ofPeopleIn(Set<String> residences, Organisation organisation) {
    var affected = residences.stream().map(place -> new Affected(place, null, null)).toList();
    return new Facts(null, null, organisation, affected, null, null, null, null, null, null, null);
  }

  /** The same facts, but for when the organisation became aware. */
  public Facts awareSince(OffsetDateTime at) {
    return new Facts(
        at,
        clocks,
        organisation,
        affected,
        breach,
        dataCategories,
        protection,
        risk,
        consequence,
        account,
        hold);
  }

  /** The same facts, of this organisation where they name none. */
  public Facts orOf(Organisation usual) {
    return organisation != null
        ? this
        : new Facts(
            awareAt,
            clocks,
            usual,
            affected,
            breach,
            dataCategories,
            protection,
            risk,
            consequence,
            account,
            hold);
  }

  /** The same facts, and that this has happened. */
  public Facts and(Milestone milestone, OffsetDateTime at) {
    var more = new TreeMap<>(clocks);
    more.put(milestone, at);
    return new Facts(
        awareAt,
        more,
        organisation,
        affected,
        breach,
        dataCategories,
        protection,
        risk,
        consequence,
        account,
        hold);
  }

  /** The same facts, but for the hold of law enforcement, which has ended. */
  public Facts withoutHold() {
    return under(null);
  }

  /** The same facts, under this hold of law enforcement where they name none. */
  public Facts orUnder(Hold known) {
    return hold != null ? this : under(known);
  }

  /** The same facts, under this hold of law enforcement instead of theirs. */
  public Facts under(Hold hold) {
    return new Facts(
        awareAt,
        clocks,
        organisation,
        affected,
        breach,
        dataCategories,
        protection,
        risk,
        consequence,
        account,
        hold);
  }

  /** The same facts, as if nobody but the people who live in these places were affected. */
  public Facts ofPeopleIn(Predicate<String> places) {
    return new Facts(
        awareAt,
        clocks,
        organisation,
        affected == null
            ? null
            : affected.stream().filter(some -> places.test(some.residence())).toList(),
        breach,
        dataCategories,
        protection,
        risk,
        consequence,
        account,
        hold);
  }

  /**
   * @return how many people are affected in all, as far as known
   */
  public long people() {
    return affected == null
        ? 0
        : affected.stream().map(Affected::people).filter(Objects::nonNull).mapToLong(n -> n).sum();
  }

  private static Map<Milestone, OffsetDateTime> withoutNulls(Map<Milestone, OffsetDateTime> given) {
    var known = new TreeMap<Milestone, OffsetDateTime>();
    if (given != null) {
      given.forEach(
          (milestone, at) -> {
            if (at != null) {
              known.put(milestone, at);
            }
          });
    }
    return Map.copyOf(known);
  }

  /**
   * The organisation that the breach happened to, as the law sees it.
   *
   * @param establishments where it is established, ISO 3166-1 or -2
   * @param mainEstablishment the one where decisions are taken (GDPR Art 4(16))
   * @param sectors what it does, in the terms of the vocabulary
   * @param attributes what it is in the eyes of some law, in the terms of the vocabulary
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Organisation(
      Role role,
      Set<String> establishments,
      String mainEstablishment,
      Set<String> sectors,
      Set<String> attributes) {

    public Organisation {
      establishments = establishments == null ? Set.of() : Set.copyOf(establishments);
      sectors = sectors == null ? Set.of() : Set.copyOf(sectors);
      attributes = attributes == null ? Set.of() : Set.copyOf(attributes);
    }

    /** The same organisation, were it established there. */
    public Organisation establishedIn(Set<String> places) {
      var main = places.contains(mainEstablishment) ? mainEstablishment : null;
      return new Organisation(role, places, main, sectors, attributes);
    }
  }

  /**
   * People affected who live in one place.
   *
   * @param residence ISO 3166-1 or -2
   * @param people how many; null if not known yet
   * @param estimated true where the number is an estimate
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Affected(String residence, Long people, Boolean estimated) {}

  /** Whether the data could be read by who got them; null where not known. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Protection(Boolean encrypted, Boolean keyCompromised) {

    /**
     * @return true only where the data were encrypted and the key is known to be safe
     */
    public boolean unreadable() {
      return Boolean.TRUE.equals(encrypted) && Boolean.FALSE.equals(keyCompromised);
    }

    /**
     * @return whether it is known if the data could be read
     */
    public boolean known() {
      return unreadable() || Boolean.FALSE.equals(encrypted) || Boolean.TRUE.equals(keyCompromised);
    }
  }

  /**
   * The words for it, as far as known.
   *
   * @param awarenessReason why the organisation was aware only some time after the detection
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Account(
      String cause,
      String consequences,
      String measures,
      String riskReason,
      String awarenessReason) {}

  /**
   * An order of the police or an authority not to tell people yet. One from before it was asked for
   * has no {@code orderedBy} and no {@code from}.
   *
   * @param basis the provision by which it was ordered
   * @param orderedBy who ordered it, and for which authority
   * @param until when it ends; null if that was not said
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Hold(String basis, String orderedBy, OffsetDateTime from, OffsetDateTime until) {

    public boolean inForceAt(Instant instant) {
      return until == null || instant.isBefore(until.toInstant());
    }

    /** Whether it ends sooner than the other, or has an end where the other has none. */
    public boolean endsBefore(Hold other) {
      return until != null && other.inForceAt(until.toInstant());
    }

    /** The same order, with this end. */
    public Hold until(OffsetDateTime end) {
      return new Hold(basis, orderedBy, from, end);
    }
  }

  /** Confidentiality, integrity, availability (GDPR Art 4(12), EDPB Guidelines 9/2022). */
  public enum Aspect {
    @JsonProperty("confidentiality")
    CONFIDENTIALITY,
    @JsonProperty("integrity")
    INTEGRITY,
    @JsonProperty("availability")
    AVAILABILITY
  }

  /** For whom the organisation processes the data. */
  public enum Role {
    @JsonProperty("controller")
    CONTROLLER,
    @JsonProperty("processor")
    PROCESSOR,
    /** Some of the data as controller, some as processor: both owe what they owe. */
    @JsonProperty("both")
    BOTH
  }

  /** The worst that has come of a breach, or must be expected, rising. */
  public enum Consequence {
    @JsonProperty("none")
    NONE,
    @JsonProperty("inconvenience")
    INCONVENIENCE,
    @JsonProperty("harm")
    HARM,
    @JsonProperty("serious-harm")
    SERIOUS_HARM,
    @JsonProperty("life")
    LIFE,
    @JsonProperty("national-security")
    NATIONAL_SECURITY
  }

  /** The likely risk to the rights and freedoms of people, rising. */
  public enum Risk {
    @JsonProperty("none")
    NONE,
    @JsonProperty("unlikely")
    UNLIKELY,
    @JsonProperty("risk")
    RISK,
    @JsonProperty("high")
    HIGH
  }
}
