package breachresponse.browser;

import org.springframework.test.context.TestPropertySource;

/** The longer words of Spanish fit as well. */
@BrowserTest
@TestPropertySource(properties = "breach.language=es")
class PlanFormsInSpanishTest extends PlanFormsTest {}
