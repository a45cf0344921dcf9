package breachresponse.delivery;

import static breachresponse.delivery.DeliveryBench.perSecond;

import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** How one would send the same letters otherwise: what {@link DeliveryBench} compares with. */
final class OtherWays {

  /** What the service task of the process calls. */
  public static final class Post {

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final CountDownLatch unsent;

    private Post(int port, int letters) {
      sender.setHost("127.0.0.1");
      sender.setPort(port);
      unsent = new CountDownLatch(letters);
    }

    public void send(String name) throws MessagingException {
      var message = new MimeMessageHelper(sender.createMimeMessage(), true, "UTF-8");
      message.setFrom("ceo@example.org");
      message.setTo(name + "@example.org");
      message.setSubject("Notice of data breach");
      message.setText(
          "Dear " + name + ",\n\n" + DeliveryBench.Bench.LINES,
          "<!doctype html><html lang=\"en\"><p>Dear " + name + ",<p>" + DeliveryBench.Bench.LINES);
      sender.send(message.getMimeMessage());
      unsent.countDown();
    }
  }

  private OtherWays() {}

  /** Spring's sender, once for each letter, in several threads. */
  static double javaMailSender(int port, int threads, int letters) throws InterruptedException {
    var post = new Post(port, letters);
    var pool = Executors.newFixedThreadPool(threads);
    var start = System.nanoTime();
    for (var n = 0; n < letters; n++) {
      var name = "person" + n;
      pool.submit(
          () -> {
            post.send(name);
            return null;
          });
    }
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.HOURS);
    return perSecond(letters, start);
  }

  /** A process instance for each recipient, on an H2 that loses nothing, with the full history. */
  static double processInstances(int port, Path database, int letters) throws InterruptedException {
    var post = new Post(port, letters);
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:file:" + database + ";WRITE_DELAY=0");
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    configuration.setJobExecutorActivate(true);
    configuration.setBeans(Map.of("post", post));
    var engine = configuration.buildProcessEngine();
    try {
      engine
          .getRepositoryService()
          .createDeployment()
          .addModelInstance(
              "letter.bpmn",
              Bpmn.createExecutableProcess("letter")
                  .camundaHistoryTimeToLive(1)
                  .startEvent()
                  .serviceTask("send")
                  .camundaAsyncBefore()
                  .camundaExpression("${post.send(name)}")
                  .endEvent()
                  .done())
          .deploy();
      var start = System.nanoTime();
      for (var n = 0; n < letters; n++) {
        engine
            .getRuntimeService()
            .startProcessInstanceByKey("letter", Map.of("name", "person" + n));
      }
      post.unsent.await();
      return perSecond(letters, start);
    } finally {
      engine.close();
    }
  }
}
