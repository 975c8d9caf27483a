package vn.gocua.engine.help.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.protocol.help.HelpReason;
import vn.gocua.protocol.refusal.Refusal;

/** Stage of a request. */
public sealed interface Stage {
  /** Code in the API: stable, English. */
  String code();

  /** Exact word for it in the API. Clients from before it came up read {@link #code}. */
  default String state() {
    return code();
  }

  /** The last claim; null if there was none, or it was released. */
  @Nullable Claimed claim();

  /** Not claimed. */
  record Open() implements Stage {
    @Override
    public String code() {
      return "open";
    }

    @Override
    public @Nullable Claimed claim() {
      return null;
    }
  }

  /** A team is going to visit. */
  record Claimed(String team, Instant at) implements Stage {
    @Override
    public String code() {
      return "claimed";
    }

    @Override
    public Claimed claim() {
      return this;
    }
  }

  /** The request is over. */
  sealed interface Ended extends Stage {
    /** Since when. */
    Instant at();

    /** Why nothing more can be done with it. */
    Refusal refusal();
  }

  /**
   * The visit was made.
   *
   * @param checkIn id of the check-in that reported it
   * @param stars the resident's rating, 1 … 5
   */
  record Closed(Claimed claim, Instant at, @Nullable String checkIn, @Nullable Integer stars)
      implements Ended {
    Closed rated(int given) {
      return new Closed(claim, at, checkIn, given);
    }

    @Override
    public String code() {
      return "closed";
    }

    @Override
    public Refusal refusal() {
      return HelpReason.ALREADY_CLOSED.because(claim.team());
    }
  }

  /** The resident withdrew it. */
  record Withdrawn(@Nullable Claimed claim, Instant at) implements Ended {
    @Override
    public String code() {
      return "withdrawn";
    }

    @Override
    public Refusal refusal() {
      return Refusal.of(HelpReason.ALREADY_WITHDRAWN);
    }
  }

  /**
   * Nobody helped in time, or the campaign ended first.
   *
   * @param reason the code of an {@link ExpiryReason}
   */
  record Expired(@Nullable Claimed claim, Instant at, String reason) implements Ended {
    /** Whether it went on in the next campaign. */
    public boolean isCarriedOver() {
      return reason.equals(ExpiryReason.CARRIED_OVER.code());
    }

    @Override
    public String code() {
      return "cancelled";
    }

    @Override
    public String state() {
      return "expired";
    }

    @Override
    public Refusal refusal() {
      return Refusal.of(HelpReason.ALREADY_EXPIRED);
    }
  }

  /**
   * A leader cancelled it.
   *
   * @param reason the code of a {@link CancelReason}
   */
  record Cancelled(@Nullable Claimed claim, Instant at, String reason) implements Ended {
    @Override
    public String code() {
      return "cancelled";
    }

    @Override
    public Refusal refusal() {
      return Refusal.of(HelpReason.ALREADY_CANCELLED);
    }
  }
}
