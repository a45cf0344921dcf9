package breachresponse.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of the whole application on an H2 in memory. Time stands still until the test moves it,
 * and due jobs run when the test runs them. Mail goes to a server of the test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.mail.host=127.0.0.1")
@ActiveProfiles("test")
@Import({
  TestTime.class,
  TestMail.class,
  Staff.class,
  PlanAtRest.class,
  ReachedNodes.class,
  Undone.class
})
public @interface ApplicationTest {}
