package breachresponse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** With the settings that are shipped, and what operators may add. */
class ExposureTest {

  private final ApplicationContextRunner started =
      new ApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withUserConfiguration(Checked.class)
          .withPropertyValues("breach.data-dir=target/exposure");

  @Test
  void the_demo_starts_as_it_is_shipped() {
    started.run(it -> assertThat(it).hasNotFailed());
  }

  @Test
  void beyond_the_demo_this_machine_alone_may_be_spoken_to_without_tls() {
    started.withPropertyValues("breach.demo=false").run(it -> assertThat(it).hasNotFailed());
  }

  @ParameterizedTest
  @CsvSource({
    "server.forward-headers-strategy=native",
    "server.ssl.bundle=web",
  })
  void the_network_may_be_spoken_to_with_tls(String how) {
    started
        .withPropertyValues(
            "breach.demo=false",
            "server.address=0.0.0.0",
            "breach.public-address=https://notices.example.org",
            how)
        .run(it -> assertThat(it).hasNotFailed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server.address=0.0.0.0 | server.address: 0.0.0.0 would speak plain HTTP to the network; set server.ssl.bundle, or",
        "server.address= | server.address: all addresses would speak plain HTTP",
        "breach.public-address=http://notices.example.org | breach.public-address: http://notices.example.org is not https",
        "breach.staff-address=http://staff.example.org | breach.staff-address: http://staff.example.org is not https",
        "breach.admin-password=Rehearse-2026! | breach.admin-password: that of the sample staff is public; choose another",
        "spring.h2.console.enabled=true | spring.h2.console.enabled: the console shows the whole database",
        "breach.encrypted-disk=true | breach.encrypted-disk: the data folder",
      })
  void what_would_expose_it_is_refused_with_the_setting_and_the_remedy(
      String setting, String message) {
    started
        .withPropertyValues("breach.demo=false", setting)
        .run(it -> assertThat(it).getFailure().rootCause().hasMessageContaining(message));
  }

  @Configuration
  @EnableConfigurationProperties(ServerProperties.class)
  @Import(Exposure.class)
  static class Checked {}
}
