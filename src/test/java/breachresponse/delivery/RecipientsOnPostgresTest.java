package breachresponse.delivery;

import breachresponse.support.Postgres;
import org.springframework.context.annotation.Import;

@Import(Postgres.class)
class RecipientsOnPostgresTest extends RecipientsTest {}
