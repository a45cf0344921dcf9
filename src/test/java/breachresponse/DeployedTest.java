package breachresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;

/** What {@code deploy/} sets is what the application takes. */
class DeployedTest {

  private static final Pattern ENVIRONMENT = Pattern.compile("(?m)^Environment=(.*)$");

  @Test
  void the_settings_for_kubernetes_are_taken() throws IOException {
    assertThatItStartsWith(
        documents("deploy/kubernetes.yaml").stream()
            .filter(document -> document.get("kind").equals("ConfigMap"))
            .map(map -> map.get("data"))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void the_settings_for_compose_are_taken() throws IOException {
    var settings =
        at(documents("deploy/compose.yaml").get(0), "services", "breach-response", "environment");

    // as the image has it
    var all = new HashMap<Object, Object>(settings);
    all.put("SERVER_ADDRESS", "0.0.0.0");
    assertThatItStartsWith(all);
  }

  @Test
  void in_the_compose_file_the_gateway_to_the_proxy_is_believed_and_nobody_else()
      throws IOException {
    var file = documents("deploy/compose.yaml").get(0);

    var believed =
        Pattern.compile(
            (String)
                at(file, "services", "breach-response", "environment")
                    .get("SERVER_TOMCAT_REMOTEIP_INTERNALPROXIES"));
    var network =
        (Map<?, ?>) ((List<?>) at(file, "networks", "default", "ipam").get("config")).get(0);

    assertThat((String) network.get("gateway")).matches(believed);
    assertThat("172.30.81.2").doesNotMatch(believed);
    assertThat("127.0.0.1").doesNotMatch(believed);
  }

  @Test
  void the_settings_for_systemd_are_taken() throws IOException {
    var settings = new HashMap<String, String>();
    ENVIRONMENT
        .matcher(Files.readString(Path.of("deploy/breach-response.service")))
        .results()
        .flatMap(line -> List.of(line.group(1).split(" ")).stream())
        .map(setting -> setting.split("=", 2))
        .forEach(setting -> settings.put(setting[0], setting[1]));

    assertThat(settings).containsEntry("BREACH_DEMO", "false");
    assertThatItStartsWith(settings);
  }

  private static void assertThatItStartsWith(Object settings) {
    var environment = new HashMap<String, Object>();
    // what Docker, systemd and Kubernetes put in is not there
    ((Map<?, ?>) settings)
        .forEach((name, value) -> environment.put((String) name, value.toString()));
    environment.replaceAll(
        (name, value) -> value.toString().replaceAll("\\$\\{\\w+:\\?[^}]*}", "breach.example.org"));
    environment.remove("SPRING_CONFIG_IMPORT");
    new ApplicationContextRunner()
        .withInitializer(
            it ->
                it.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                        new SystemEnvironmentPropertySource(
                            "deployed-systemEnvironment", environment)))
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withUserConfiguration(ExposureTest.Checked.class)
        .run(
            it -> {
              assertThat(it).hasNotFailed();
              assertThat(it.getEnvironment().getProperty("breach.demo")).isEqualTo("false");
            });
  }

  private static Map<?, ?> at(Map<?, ?> file, String... keys) {
    Map<?, ?> found = file;
    for (var key : keys) {
      found = (Map<?, ?>) found.get(key);
    }
    return found;
  }

  private static List<Map<?, ?>> documents(String file) throws IOException {
    try (var text = Files.newBufferedReader(Path.of(file))) {
      return StreamSupport.stream(new Yaml().loadAll(text).spliterator(), false)
          .<Map<?, ?>>map(Map.class::cast)
          .toList();
    }
  }
}
