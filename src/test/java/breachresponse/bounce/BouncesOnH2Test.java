package breachresponse.bounce;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties =
        "spring.datasource.url=jdbc:h2:mem:bounces;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0")
class BouncesOnH2Test extends BouncesTest {}
