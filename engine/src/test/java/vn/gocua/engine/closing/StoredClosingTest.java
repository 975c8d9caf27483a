package vn.gocua.engine.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.closing.ClosingFact.CampaignArchived;
import vn.gocua.engine.closing.ClosingFact.CampaignClosed;
import vn.gocua.engine.closing.ClosingFact.CampaignReopened;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.support.Golden;

/** The ends of campaigns in journals out there can be read for ever. */
class StoredClosingTest {
  private static final String STREAM = "hong-van-45/closing";
  private static final Instant AT = Instant.parse("2025-09-24T10:00:00.250Z");
  private static final List<ClosingFact> FACTS =
      List.of(
          new CampaignClosed(AT, AT.plus(Duration.ofDays(3)), "leader", AT),
          new CampaignReopened("leader", AT),
          new CampaignArchived(
              "hong-van-45-20250928-170000.zip", 123456, "00ff", 5120, "leader", AT));
  private static final List<String> FILES =
      List.of("campaign-closed-1", "campaign-reopened-1", "campaign-archived-1");

  @Test
  void shouldWriteAsEver() {
    for (int i = 0; i < FACTS.size(); i++) {
      Golden.assertSame(ClosingFact.FACTS.event(STREAM, i + 1, FACTS.get(i)), FILES.get(i));
    }
  }

  @Test
  void shouldReadWhatWasWritten() {
    for (int i = 0; i < FACTS.size(); i++) {
      Event newer = Golden.withUnknownFields(Golden.event(FILES.get(i)));
      assertThat(ClosingFact.FACTS.of(newer)).isEqualTo(FACTS.get(i));
    }
  }

  @Test
  void shouldNotTakeAnotherKindOfEventForIt() {
    Event stranger = new Event("x/1", "x", "check-in/1", "{}", "{}");
    assertThatThrownBy(() -> ClosingFact.FACTS.of(stranger))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
