package vn.gocua.engine.screens;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.fact.FactType;
import vn.gocua.engine.fact.FactTypes;

/** Facts of a screen, with a hash of its secret only. */
public sealed interface ScreenFact {
  /**
   * A screen asked to be accepted.
   *
   * @param until end of its code's validity
   */
  record ScreenOffered(String secretHash, Instant at, Instant until) implements ScreenFact {}

  /**
   * A leader accepted a screen.
   *
   * @param place in the leader's words
   */
  record ScreenAccepted(String by, @Nullable String place, Instant at) implements ScreenFact {}

  record ScreenRevoked(String by, Instant at) implements ScreenFact {}

  /** Names of these facts in the journal. */
  FactTypes<ScreenFact> FACTS =
      FactTypes.of(
          ScreenFact.class,
          "a screen event",
          FactType.of("screen-offered/1", ScreenOffered.class),
          FactType.of("screen-accepted/1", ScreenAccepted.class)
              .audited("screen-accepted", ScreenAccepted::by, ScreenAccepted::at)
              .with("place", ScreenAccepted::place),
          FactType.of("screen-revoked/1", ScreenRevoked.class)
              .audited("screen-revoked", ScreenRevoked::by, ScreenRevoked::at));
}
