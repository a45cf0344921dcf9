package breachresponse.workflow.staff;

import java.net.URI;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where staff come by https, the cookies of the web applications go by nothing else. That must be
 * known before their filters are made, hence no ordinary bean.
 */
@Component
class OverTls implements BeanPostProcessor {

  private final Environment environment;

  OverTls(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof CamundaBpmProperties camunda && isHttps()) {
      var webapp = camunda.getWebapp();
      webapp.getCsrf().setEnableSecureCookie(true);
      webapp.getSessionCookie().setEnableSecureCookie(true);
    }
    return bean;
  }

  private boolean isHttps() {
    return "https"
        .equals(environment.getRequiredProperty("breach.staff-address", URI.class).getScheme());
  }
}
