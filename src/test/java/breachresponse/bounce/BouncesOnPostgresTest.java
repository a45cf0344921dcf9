package breachresponse.bounce;

import breachresponse.support.Postgres;
import org.springframework.context.annotation.Import;

@Import(Postgres.class)
class BouncesOnPostgresTest extends BouncesTest {}
