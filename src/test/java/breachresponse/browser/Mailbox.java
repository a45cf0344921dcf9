package breachresponse.browser;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A mail server that keeps what it gets, there before the application, which sends to it. */
class Mailbox implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext application) {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    application.getBeanFactory().registerSingleton("mailServer", server);
    TestPropertyValues.of(
            "spring.mail.host=127.0.0.1", "spring.mail.port=" + server.getSmtp().getPort())
        .applyTo(application);
  }
}
