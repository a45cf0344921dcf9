package breachresponse.incident;

import java.time.Instant;

/** The facts as somebody recorded them at one time; version 1 is the first. */
public record FactsVersion(int version, Facts facts, String recordedBy, Instant recordedAt) {}
