package breachresponse.support;

import breachresponse.delivery.SmtpSink;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A mail server that keeps what it gets; the application sends to it. */
@TestConfiguration
public class TestMail {

  @Bean
  SmtpSink mailServer() {
    return new SmtpSink();
  }

  @Bean
  DynamicPropertyRegistrar itsPort(SmtpSink mailServer) {
    return properties -> properties.add("spring.mail.port", mailServer::port);
  }
}
