package breachresponse.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import breachresponse.evidence.Checkpoints;
import breachresponse.evidence.EvidenceKey;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumbers;
import breachresponse.incident.Incidents;
import breachresponse.incident.LegalHolds;
import breachresponse.operations.HealthSettings;
import breachresponse.plan.PlanContent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The application without the engine and the web: what the queue needs, started in a second. It is
 * no {@code @Configuration}, so that tests of the whole application do not find it.
 */
@ComponentScan
@Import({
  CaseNumbers.class,
  Incidents.class,
  LegalHolds.class,
  Timeline.class,
  Checkpoints.class,
  EvidenceKey.class
})
@EnableConfigurationProperties({
  DeliverySettings.class,
  TrafficSettings.class,
  SenderDomain.Settings.class,
  PlanContent.class,
  HealthSettings.class
})
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  MailSenderAutoConfiguration.class
})
public class DeliveryOnly {

  private static final String HEADER = "id,email,name,language,residence\n";

  private static final long IN_GERMANY = 49;

  static final UUID UNSIGNED = UUID.fromString("00000000-0000-0000-0000-000000000000");

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  /** A notice that is for people in Germany alone. */
  static UUID noticeForGermany() {
    return new UUID(IN_GERMANY, UUID.randomUUID().getLeastSignificantBits());
  }

  /** Every notice is this one, and signed. */
  @Bean
  Mailings mailings() {
    return noticeId -> {
      if (noticeId.equals(UNSIGNED)) {
        throw new IllegalStateException("notice: legal has not signed it");
      }
      return noticeId.getMostSignificantBits() == IN_GERMANY
          ? mailing(new Selection(Set.of("DE"), Set.of()))
          : mailing();
    };
  }

  static Mailing mailing() {
    return mailing(Selection.EVERYBODY);
  }

  private static Mailing mailing(Selection who) {
    return new Mailing(
        "Carla Example",
        "ceo@example.org",
        "privacy@example.org",
        List.of(
            new Mailing.Segment(
                "everybody",
                who,
                List.of(
                    new Mailing.Text(
                        "en",
                        "Notice of data breach",
                        "Dear {{name}},\n\nsomebody read your data.\n",
                        "<!doctype html><html lang=\"en\"><p>Dear {{name}},<p>somebody read your data."),
                    new Mailing.Text(
                        "es",
                        "Aviso de violación de datos",
                        "Estimado/a {{name}}:\n\nalguien leyó sus datos.\n",
                        "<!doctype html><html lang=\"es\"><p>Estimado/a {{name}}:<p>alguien leyó sus"
                            + " datos.")))),
        "en");
  }

  static String csv(int from, int to) {
    return HEADER + lines(from, to);
  }

  /**
   * Rows of people 1 to {@code people}, made as they are read: a million of them take no memory.
   */
  static InputStream rows(int people) {
    var next = IntStream.iterate(1, n -> n <= people, n -> n + 1000).iterator();
    var header = new ByteArrayInputStream(HEADER.getBytes(UTF_8));
    return new SequenceInputStream(
        header,
        new SequenceInputStream(
            new Enumeration<>() {
              @Override
              public boolean hasMoreElements() {
                return next.hasNext();
              }

              @Override
              public InputStream nextElement() {
                int from = next.next();
                var lines = lines(from, Math.min(from + 999, people));
                return new ByteArrayInputStream(lines.getBytes(UTF_8));
              }
            }));
  }

  private static String lines(int from, int to) {
    var rows = new StringBuilder();
    for (var n = from; n <= to; n++) {
      rows.append(
          "c%d,person%d@example.org,Person %d,%s,DE\n"
              .formatted(n, n, n, n % 2 == 0 ? "en" : "es"));
    }
    return rows.toString();
  }

  static String csv(String... addresses) {
    var rows = new StringBuilder("id,email,name,language,residence\n");
    for (var address : addresses) {
      rows.append("%1$s,%1$s,Somebody,en,DE\n".formatted(address));
    }
    return rows.toString();
  }
}
