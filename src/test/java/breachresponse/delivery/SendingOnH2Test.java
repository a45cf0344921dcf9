package breachresponse.delivery;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties =
        "spring.datasource.url=jdbc:h2:mem:sending;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0")
class SendingOnH2Test extends SendingTest {}
