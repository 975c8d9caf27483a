package vn.gocua.engine.closing;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import vn.gocua.engine.closing.ClosingFact.CampaignArchived;
import vn.gocua.engine.closing.ClosingFact.CampaignClosed;
import vn.gocua.engine.closing.ClosingFact.CampaignReopened;
import vn.gocua.engine.support.StoredFacts;

/** The ends of campaigns in journals out there can be read for ever. */
class StoredClosingTest extends StoredFacts<ClosingFact> {
  private static final String STREAM = "hong-van-45/closing";
  private static final Instant AT = Instant.parse("2025-09-24T10:00:00.250Z");

  StoredClosingTest() {
    super(ClosingFact.class, ClosingFact.FACTS);
  }

  @Override
  protected Stream<Sample<ClosingFact>> samples() {
    return Stream.of(
        new Sample<>(
            "campaign-closed-1",
            STREAM,
            1,
            new CampaignClosed(AT, AT.plus(Duration.ofDays(3)), "leader", AT)),
        new Sample<>("campaign-reopened-1", STREAM, 2, new CampaignReopened("leader", AT)),
        new Sample<>(
            "campaign-archived-1",
            STREAM,
            3,
            new CampaignArchived(
                "hong-van-45-20250928-170000.zip", 123456, "00ff", 5120, "leader", AT)));
  }
}
