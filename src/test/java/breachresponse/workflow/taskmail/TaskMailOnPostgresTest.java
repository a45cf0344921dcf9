package breachresponse.workflow.taskmail;

import breachresponse.support.Postgres;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@Import(Postgres.class)
@TestPropertySource(properties = "camunda.bpm.process-engine-name=taskmailOnPostgres")
class TaskMailOnPostgresTest extends TaskMailTest {}
