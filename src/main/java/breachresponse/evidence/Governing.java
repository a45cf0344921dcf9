package breachresponse.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * A version that governed a case for a time.
 *
 * @param until of a table, when the next version was first asked in its place; of a diagram, when
 *     the last process that ran by it ended or was moved to another version. Empty while it governs
 */
public record Governing(RuleVersion rule, Instant from, Optional<Instant> until) {}
