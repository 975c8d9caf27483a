package vn.gocua.system.house;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTest {
  @Test
  void shouldTakeAHouseWithoutFaults() {
    assertThatCode(() -> Rule.METHOD_LINES.check(List.of())).doesNotThrowAnyException();
  }

  @Test
  void shouldSayWhichRuleIsBrokenWhereAndByHowMuch() {
    List<Fault> faults = List.of(new Fault("b", 61, "line 7"), Fault.of("a", ""));
    assertThatThrownBy(() -> Rule.METHOD_LINES.check(faults))
        .hasMessage("A method has at most 60 lines. Mend:\n  a\n  b = 61   line 7");
  }
}
