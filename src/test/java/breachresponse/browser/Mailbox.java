package breachresponse.browser;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A mail server that keeps what it gets; the application sends to it. */
@TestConfiguration
class Mailbox {

  @Bean(initMethod = "start", destroyMethod = "stop")
  GreenMail mailServer() {
    return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  @Bean
  DynamicPropertyRegistrar itsPort(GreenMail mailServer) {
    return properties -> properties.add("spring.mail.port", mailServer.getSmtp()::getPort);
  }
}
