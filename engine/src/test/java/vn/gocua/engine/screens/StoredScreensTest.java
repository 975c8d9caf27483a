package vn.gocua.engine.screens;

import java.time.Instant;
import java.util.stream.Stream;
import vn.gocua.engine.screens.ScreenFact.ScreenAccepted;
import vn.gocua.engine.screens.ScreenFact.ScreenOffered;
import vn.gocua.engine.screens.ScreenFact.ScreenRevoked;
import vn.gocua.engine.support.StoredFacts;

/** Screens in journals out there can be read for ever. */
class StoredScreensTest extends StoredFacts<ScreenFact> {
  private static final Instant AT = Instant.parse("2025-08-12T02:30:00.250Z");
  private static final Instant UNTIL = Instant.parse("2025-08-12T03:30:00.250Z");
  private static final String STREAM = "hong-van-45/screen/K7M29Q";
  private static final String HASH =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  StoredScreensTest() {
    super(ScreenFact.class, ScreenFact.FACTS);
  }

  @Override
  protected Stream<Sample<ScreenFact>> samples() {
    return Stream.of(
        new Sample<>("screen-offered-1", STREAM, 1, new ScreenOffered(HASH, AT, UNTIL)),
        new Sample<>(
            "screen-accepted-1", STREAM, 2, new ScreenAccepted("leader", "Hội trường", AT)),
        new Sample<>(
            "screen-accepted-1-nowhere", STREAM, 2, new ScreenAccepted("leader", null, AT)),
        new Sample<>("screen-revoked-1", STREAM, 3, new ScreenRevoked("leader", AT)));
  }
}
