package breachresponse;

import breachresponse.workflow.staff.DemoStaff;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Refuses to start where what is set would let others read along or come in. */
@Component
@EnableConfigurationProperties(Exposure.Settings.class)
class Exposure {

  /**
   * @param publicAddress where the public reaches this server
   * @param staffAddress where staff reach it
   * @param encryptedDisk whether the data folder must be on an encrypted disk
   */
  @ConfigurationProperties("breach")
  record Settings(
      boolean demo,
      String adminPassword,
      URI publicAddress,
      URI staffAddress,
      Path dataDir,
      boolean encryptedDisk) {}

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  Exposure(Settings settings, ServerProperties server, Environment environment) throws IOException {
    if (environment.getProperty("spring.h2.console.enabled", boolean.class, false)) {
      throw new IllegalStateException(
          "spring.h2.console.enabled: the console shows the whole database to whoever reaches it; remove the setting");
    }
    if (settings.encryptedDisk()) {
      new EncryptedDisk(Path.of("/sys")).demand(settings.dataDir());
    }
    if (!settings.demo()) {
      refuseKnown(settings.adminPassword());
      refusePlain("breach.public-address", settings.publicAddress());
      refusePlain("breach.staff-address", settings.staffAddress());
      refusePlain(server);
    }
  }

  private static void refuseKnown(String password) {
    if (DemoStaff.PASSWORD.equals(password)) {
      throw new IllegalStateException(
          "breach.admin-password: that of the sample staff is public; choose another");
    }
  }

  private static void refusePlain(String setting, URI address) {
    if (!"https".equals(address.getScheme())
        && !THIS_MACHINE.contains(String.valueOf(address.getHost()))) {
      throw new IllegalStateException(
          "%s: %s is not https, so that others could read what is sent; give the address that the proxy with TLS answers to"
              .formatted(setting, address));
    }
  }

  private static void refusePlain(ServerProperties server) {
    var address = server.getAddress();
    var isLoopback = address != null && address.isLoopbackAddress();
    var hasTls = server.getSsl() != null && server.getSsl().isEnabled();
    var hasProxy = server.getForwardHeadersStrategy() != null;
    if (!isLoopback && !hasTls && !hasProxy) {
      throw new IllegalStateException(
          "server.address: %s would speak plain HTTP to the network; set server.ssl.bundle, or server.forward-headers-strategy=native if only a proxy with TLS reaches it"
              .formatted(address == null ? "all addresses" : address.getHostAddress()));
    }
  }
}
