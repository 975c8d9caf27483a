package vn.gocua.engine.screens;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.screens.ScreenFact.ScreenAccepted;
import vn.gocua.engine.screens.ScreenFact.ScreenOffered;
import vn.gocua.engine.screens.ScreenFact.ScreenRevoked;

/**
 * A screen of the residents' kiosk, as its facts have made it.
 *
 * @param until when its offer ends; says nothing once it was accepted
 * @param place where it stands, as the leader who accepted it wrote
 */
public record Screen(
    String secretHash,
    Status status,
    Instant offeredAt,
    Instant until,
    @Nullable String place,
    @Nullable Instant acceptedAt) {

  /** Whether a screen may serve. */
  public enum Status {
    OFFERED,
    ACCEPTED,
    REVOKED,
    /** It asked, and nobody answered in time. */
    EXPIRED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Screen evolve(@Nullable Screen before, ScreenFact fact) {
    return switch (fact) {
      case ScreenOffered(String hash, Instant at, Instant until) ->
          new Screen(hash, Status.OFFERED, at, until, null, null);
      case ScreenAccepted(_, String place, Instant at) -> {
        Screen screen = known(before);
        yield new Screen(
            screen.secretHash, Status.ACCEPTED, screen.offeredAt, screen.until, place, at);
      }
      case ScreenRevoked _ -> {
        Screen screen = known(before);
        yield new Screen(
            screen.secretHash,
            Status.REVOKED,
            screen.offeredAt,
            screen.until,
            screen.place,
            screen.acceptedAt);
      }
    };
  }

  private static Screen known(@Nullable Screen screen) {
    return Objects.requireNonNull(screen, "a screen begins with its offer");
  }

  /** The status at a moment: an offer ends by itself. */
  public Status statusAt(Instant now) {
    return status == Status.OFFERED && !now.isBefore(until) ? Status.EXPIRED : status;
  }
}
