package breachresponse.reach;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties =
        "spring.datasource.url=jdbc:h2:mem:reach;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0")
class ReachOnH2Test extends ReachTest {}
