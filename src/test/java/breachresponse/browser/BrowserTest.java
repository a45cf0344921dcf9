package breachresponse.browser;

import breachresponse.support.ReachedNodes;
import com.microsoft.playwright.junit.UsePlaywright;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application through a browser, as the staff uses it: time runs, due jobs run
 * by themselves, mail goes to a server of the test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("browser")
@DirtiesContext
@Import(ReachedNodes.class)
@ContextConfiguration(initializers = Mailbox.class)
@UsePlaywright(SystemChromium.class)
@interface BrowserTest {}
