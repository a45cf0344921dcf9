package breachresponse.delivery;

import breachresponse.support.TestTime;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** A test of the queue on an H2 in memory, without a mail server: letters become files. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = {DeliveryOnly.class, TestTime.class},
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:delivery;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "breach.data-dir=target/delivery-test"
    })
@ActiveProfiles("test")
@interface DeliveryTest {}
