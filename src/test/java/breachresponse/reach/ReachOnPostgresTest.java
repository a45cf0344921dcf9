package breachresponse.reach;

import breachresponse.support.Postgres;
import org.springframework.context.annotation.Import;

@Import(Postgres.class)
class ReachOnPostgresTest extends ReachTest {}
