package vn.gocua.engine.screens;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.state.FactTypes;

/** What happened to a screen. Its secret stands here as a hash only. */
public sealed interface ScreenFact {
  /**
   * A screen asks to be accepted.
   *
   * @param until when its code stops being good
   */
  record ScreenOffered(String secretHash, Instant at, Instant until) implements ScreenFact {}

  /**
   * A leader lets it serve.
   *
   * @param place where it stands, in the leader's words
   */
  record ScreenAccepted(String by, @Nullable String place, Instant at) implements ScreenFact {}

  record ScreenRevoked(String by, Instant at) implements ScreenFact {}

  /** How these facts stand in the journal. */
  FactTypes<ScreenFact> FACTS =
      FactTypes.of(
          ScreenFact.class,
          "a screen event",
          Map.of(
              "screen-offered/1", ScreenOffered.class,
              "screen-accepted/1", ScreenAccepted.class,
              "screen-revoked/1", ScreenRevoked.class));
}
