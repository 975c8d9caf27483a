package vn.gocua.engine.notices;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import vn.gocua.engine.notices.NoticeFact.NoticePublished;
import vn.gocua.engine.notices.NoticeFact.NoticeWithdrawn;
import vn.gocua.engine.support.StoredFacts;

/** Notices in journals out there can be read for ever. */
class StoredNoticesTest extends StoredFacts<NoticeFact> {
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");
  private static final String ID = "01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41";
  private static final String STREAM = "hong-van-45/notice/" + ID;

  StoredNoticesTest() {
    super(NoticeFact.class, NoticeFact.FACTS);
  }

  @Override
  protected Stream<Sample<NoticeFact>> samples() {
    return Stream.of(
        new Sample<>(
            "notice-published-1",
            STREAM,
            1,
            new NoticePublished(
                ID,
                "Chiều nay tập huấn lúc 15 giờ",
                Instant.parse("2025-08-12T10:00:00Z"),
                List.of(Audience.WALL, Audience.PHONES),
                "leader",
                AT)),
        new Sample<>("notice-withdrawn-1", STREAM, 2, new NoticeWithdrawn("leader", AT)));
  }
}
