package vn.gocua.engine.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.support.Golden;

/** Changes of targets in journals out there can be read for ever. */
class StoredTargetsTest {
  private static final TargetsChanged FACT =
      new TargetsChanged(
          20_000,
          30_000,
          Map.of("T07", 0, "T01", 500),
          "leader",
          Instant.parse("2025-08-12T02:30:00.250Z"));

  @Test
  void shouldWriteAsEver() {
    Golden.assertSame(
        TargetsChanged.FACTS.event("hong-van-45/targets", 3, FACT), "targets-changed-1");
  }

  @Test
  void shouldReadWhatWasWritten() {
    Event newer = Golden.withUnknownFields(Golden.event("targets-changed-1"));
    assertThat(TargetsChanged.FACTS.of(newer)).isEqualTo(FACT);
  }

  @Test
  void shouldNotTakeAnotherKindOfEventForIt() {
    Event stranger = new Event("x/1", "x", "check-in/1", "{}", "{}");
    assertThatThrownBy(() -> TargetsChanged.FACTS.of(stranger))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
