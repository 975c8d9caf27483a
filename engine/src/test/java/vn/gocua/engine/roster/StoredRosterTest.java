package vn.gocua.engine.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.TeamRow;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.support.Golden;

/** Changes of the roster in journals out there can be read for ever. */
class StoredRosterTest {
  private static final RosterChanged FACT =
      new RosterChanged(
          List.of(
              new TeamRow("T05", "Tổ 05", 7, List.of("la-thuong"), "Nhà văn hóa thôn", null, null)),
          List.of("T04"),
          List.of(new CodedName("la-thuong", "La Thượng")),
          List.of("van-la"),
          "leader",
          Instant.parse("2025-08-12T02:30:00.250Z"));

  @Test
  void shouldWriteAsEver() {
    Golden.assertSame(RosterChanged.FACTS.event("hong-van-45/roster", 2, FACT), "roster-changed-1");
  }

  @Test
  void shouldReadWhatWasWritten() {
    Event newer = Golden.withUnknownFields(Golden.event("roster-changed-1"));
    assertThat(RosterChanged.FACTS.of(newer)).isEqualTo(FACT);
  }

  @Test
  void shouldNotTakeAnotherKindOfEventForIt() {
    Event stranger = new Event("x/1", "x", "check-in/1", "{}", "{}");
    assertThatThrownBy(() -> RosterChanged.FACTS.of(stranger))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
