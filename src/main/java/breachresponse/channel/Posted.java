package breachresponse.channel;

import java.net.URI;
import java.util.Optional;

/**
 * A post that the channel has taken.
 *
 * @param id by which the channel knows it
 * @param link where it can be seen; empty where nobody can
 */
record Posted(String id, Optional<URI> link) {}
