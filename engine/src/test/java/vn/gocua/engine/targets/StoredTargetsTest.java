package vn.gocua.engine.targets;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import vn.gocua.engine.support.StoredFacts;

/** Changes of targets in journals out there can be read for ever. */
class StoredTargetsTest extends StoredFacts<TargetsChanged> {
  private static final TargetsChanged FACT =
      new TargetsChanged(
          20_000,
          30_000,
          Map.of("T07", 0, "T01", 500),
          "leader",
          Instant.parse("2025-08-12T02:30:00.250Z"));

  private static final TargetsChanged REPLACING =
      new TargetsChanged(
          20_000,
          30_000,
          Map.of("T01", 600),
          new TargetsChanged.Was(20_000, 30_000, Map.of("T01", 500)),
          "leader",
          Instant.parse("2025-08-12T02:30:00.250Z"));

  StoredTargetsTest() {
    super(TargetsChanged.class, TargetsChanged.FACTS);
  }

  @Override
  protected Stream<Sample<TargetsChanged>> samples() {
    return Stream.of(
        new Sample<>("targets-changed-1", "hong-van-45/targets", 3, FACT),
        new Sample<>("targets-changed-1-was", "hong-van-45/targets", 4, REPLACING));
  }
}
