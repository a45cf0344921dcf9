package breachresponse.operations;

import breachresponse.support.ApplicationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test of the whole application whose figures no other test has a part in. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationTest
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:operated;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "camunda.bpm.process-engine-name=operated"
    })
@interface OperatedTest {}
