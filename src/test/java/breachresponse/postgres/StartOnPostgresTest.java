package breachresponse.postgres;

import breachresponse.StartTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
@Import(Postgres.class)
class StartOnPostgresTest extends StartTest {}
