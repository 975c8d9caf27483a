package vn.gocua.engine.screens;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.screens.ScreenFact.ScreenAccepted;
import vn.gocua.engine.screens.ScreenFact.ScreenOffered;
import vn.gocua.engine.screens.ScreenFact.ScreenRevoked;

/**
 * State of a residents' screen.
 *
 * @param until end of its offer; without meaning once accepted
 * @param place in the words of the leader who accepted it
 */
record Screen(
    String secretHash,
    Status status,
    Instant offeredAt,
    Instant until,
    @Nullable String place,
    @Nullable Instant acceptedAt) {

  /** Status of a screen. */
  public enum Status {
    OFFERED,
    ACCEPTED,
    REVOKED,
    /** Its offer was not answered in time. */
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

  /** The status at a moment: an offer expires with time. */
  public Status statusAt(Instant now) {
    return status == Status.OFFERED && !now.isBefore(until) ? Status.EXPIRED : status;
  }
}
