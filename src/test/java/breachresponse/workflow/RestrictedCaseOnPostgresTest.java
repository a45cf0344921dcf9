package breachresponse.workflow;

import breachresponse.support.Postgres;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@Import(Postgres.class)
@TestPropertySource(properties = "camunda.bpm.process-engine-name=restrictedOnPostgres")
class RestrictedCaseOnPostgresTest extends RestrictedCaseTest {}
