package breachresponse.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PlanContentTest {

  private static final PlanContent SETTINGS = withThreshold(new BigDecimal("2.5"));

  @Test
  void what_an_earlier_release_laid_nothing_down_on_is_as_the_settings_have_it() throws Exception {
    var stored = new ObjectMapper().readValue("{\"organisation\":\"Example\"}", PlanContent.class);

    assertThat(stored.orOf(SETTINGS).substituteThreshold()).isEqualByComparingTo("2.5");
    assertThat(stored.orOf(SETTINGS).organisation()).isEqualTo("Example");
  }

  @Test
  void what_legal_has_laid_down_counts() {
    assertThat(withThreshold(BigDecimal.TEN).orOf(SETTINGS).substituteThreshold())
        .isEqualByComparingTo("10");
  }

  private static PlanContent withThreshold(BigDecimal percent) {
    return PlanContentBuilder.builder().substituteThreshold(percent).build();
  }
}
