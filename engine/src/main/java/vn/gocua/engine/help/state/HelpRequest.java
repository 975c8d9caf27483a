package vn.gocua.engine.help.state;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.help.state.HelpFact.HelpCancelled;
import vn.gocua.engine.help.state.HelpFact.HelpChanged;
import vn.gocua.engine.help.state.HelpFact.HelpClaimed;
import vn.gocua.engine.help.state.HelpFact.HelpClosed;
import vn.gocua.engine.help.state.HelpFact.HelpContactErased;
import vn.gocua.engine.help.state.HelpFact.HelpContactLost;
import vn.gocua.engine.help.state.HelpFact.HelpRated;
import vn.gocua.engine.help.state.HelpFact.HelpReassigned;
import vn.gocua.engine.help.state.HelpFact.HelpReleased;
import vn.gocua.engine.help.state.HelpFact.HelpRequested;
import vn.gocua.engine.help.state.HelpFact.HelpWithdrawn;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.protocol.Refusal;

/**
 * A resident's request for help, as its facts have made it.
 *
 * @param code the ticket's, such as HV-4821
 * @param version how many facts there are
 * @param named the team that the ticket names, or that a leader has named since
 * @param team who has claimed or closed it; else the team named
 * @param contact the vault's ref
 * @param when the code of a {@link PreferredTime}
 * @param guardian whether the contact is that of a child's guardian
 * @param closedAt when it ended, however it did
 * @param checkIn the check-in that reported the visit
 * @param reason why a leader has cancelled it
 * @param stars how the one who asked found it, 1 … 5
 * @param erased whether the contact is gone
 * @param lost whether it is gone because the vault's key was lost, and nobody has given another
 */
public record HelpRequest(
    String code,
    int version,
    String id,
    String hamlet,
    String activity,
    Status status,
    String named,
    String team,
    String contact,
    String secretHash,
    String when,
    boolean guardian,
    Instant requestedAt,
    @Nullable Instant claimedAt,
    @Nullable Instant closedAt,
    @Nullable String checkIn,
    @Nullable String reason,
    @Nullable Integer stars,
    boolean erased,
    boolean lost) {

  /** How far a request has come. */
  public enum Status {
    OPEN,
    CLAIMED,
    /** The visit was made. */
    CLOSED,
    /** The one who asked has taken it back. */
    WITHDRAWN,
    /** A leader has struck it off. */
    CANCELLED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing remains to be done. */
    public boolean isOver() {
      return this != OPEN && this != CLAIMED;
    }
  }

  /** The requests of a campaign, each a stream by its ticket's code. */
  public static StreamKind<HelpFact, HelpRequest> kind(String campaign) {
    return new StreamKind<>(campaign + "/help-request/", HelpFact.FACTS, HelpRequest::evolve);
  }

  /** The request after one more fact. */
  private static HelpRequest evolve(@Nullable HelpRequest before, HelpFact fact) {
    return switch (fact) {
      case HelpRequested f -> made(f);
      case HelpClaimed(String team, _, Instant at) ->
          known(before).now(Status.CLAIMED, team, at, null);
      case HelpReleased _ -> {
        HelpRequest request = known(before);
        yield request.now(Status.OPEN, request.named(), null, null);
      }
      case HelpClosed(String team, _, String checkIn, Instant at) -> {
        HelpRequest request = known(before);
        HelpRequestDraft draft = request.next();
        draft.status = Status.CLOSED;
        draft.team = team;
        draft.closedAt = at;
        draft.checkIn = checkIn;
        yield draft.done();
      }
      case HelpChanged(String when, String contact, _) -> {
        HelpRequestDraft draft = known(before).next();
        draft.when = when == null ? draft.when : when;
        if (contact != null) {
          draft.contact = contact;
          draft.erased = false;
          draft.lost = false;
        }
        yield draft.done();
      }
      case HelpWithdrawn(Instant at) -> {
        HelpRequestDraft draft = known(before).next();
        draft.status = Status.WITHDRAWN;
        draft.closedAt = at;
        draft.erased = true;
        yield draft.done();
      }
      case HelpRated(int stars, _) -> {
        HelpRequestDraft draft = known(before).next();
        draft.stars = stars;
        yield draft.done();
      }
      case HelpReassigned(String team, _, _) -> {
        HelpRequestDraft draft = known(before).next();
        draft.status = Status.OPEN;
        draft.named = team;
        draft.team = team;
        draft.claimedAt = null;
        yield draft.done();
      }
      case HelpCancelled(String reason, _, Instant at) -> {
        HelpRequestDraft draft = known(before).next();
        draft.status = Status.CANCELLED;
        draft.closedAt = at;
        draft.reason = reason;
        yield draft.done();
      }
      case HelpContactErased(_, _, Instant at) -> {
        HelpRequest request = known(before);
        HelpRequestDraft draft = request.next();
        draft.erased = true;
        if (!request.status().isOver()) {
          // Nobody can be visited any more.
          draft.status = Status.WITHDRAWN;
          draft.closedAt = at;
        }
        yield draft.done();
      }
      case HelpContactLost _ -> {
        HelpRequestDraft draft = known(before).next();
        draft.lost = !draft.erased;
        draft.erased = true;
        yield draft.done();
      }
    };
  }

  private static HelpRequest made(HelpRequested f) {
    return new HelpRequest(
        f.code(),
        1,
        f.id(),
        f.hamlet(),
        f.activity(),
        Status.OPEN,
        f.team(),
        f.team(),
        f.contact(),
        f.secretHash(),
        f.when(),
        f.guardian(),
        f.at(),
        null,
        null,
        null,
        null,
        null,
        false,
        false);
  }

  private static HelpRequest known(@Nullable HelpRequest request) {
    return Objects.requireNonNull(request, "a request begins with being made");
  }

  private HelpRequestDraft next() {
    return new HelpRequestDraft(this);
  }

  private HelpRequest now(
      Status next, String nextTeam, @Nullable Instant claimed, @Nullable Instant closed) {
    HelpRequestDraft draft = next();
    draft.status = next;
    draft.team = nextTeam;
    draft.claimedAt = claimed;
    draft.closedAt = closed;
    return draft.done();
  }

  public boolean isClaimedBy(String who) {
    return status == Status.CLAIMED && team.equals(who);
  }

  /** Whether the vault is to hold a contact for this request. */
  public boolean hasContact() {
    return !erased;
  }

  /**
   * What a team's wish to take it makes; null if it has it already.
   *
   * @throws Refusal if another has it, or it is over
   */
  public @Nullable HelpFact claim(Actor actor, Instant at) {
    return switch (status) {
      case OPEN -> new HelpClaimed(actor.team(), actor.by(), at);
      case CLAIMED -> mineOrRefused(actor, HelpReason.ALREADY_CLAIMED);
      case CLOSED, WITHDRAWN, CANCELLED -> throw over();
    };
  }

  /**
   * What a team's wish to give it back makes; null if nobody has it.
   *
   * @throws Refusal if another has it, or it is over
   */
  public @Nullable HelpFact release(Actor actor, Instant at) {
    return switch (status) {
      case OPEN -> null;
      case CLAIMED -> {
        mineOrRefused(actor, HelpReason.ALREADY_CLAIMED);
        yield new HelpReleased(actor.team(), actor.by(), at);
      }
      case CLOSED, WITHDRAWN, CANCELLED -> throw over();
    };
  }

  /**
   * What a team's word that it is done makes; null if it has said so already.
   *
   * @throws Refusal if the team has not claimed it
   */
  public @Nullable HelpFact close(Actor actor, @Nullable String reportedBy, Instant at) {
    return switch (status) {
      case OPEN -> throw Refusal.of(HelpReason.CLAIM_FIRST);
      case CLAIMED -> {
        mineOrRefused(actor, HelpReason.ALREADY_CLAIMED);
        yield new HelpClosed(actor.team(), actor.by(), reportedBy, at);
      }
      case CLOSED -> mineOrRefused(actor, HelpReason.ALREADY_CLOSED);
      case WITHDRAWN, CANCELLED -> throw over();
    };
  }

  private @Nullable HelpFact mineOrRefused(Actor actor, HelpReason why) {
    if (!team.equals(actor.team())) {
      throw why.because(team);
    }
    return null;
  }

  /**
   * What the holder's wish to take it back makes; null if that was done.
   *
   * @throws Refusal if it has ended otherwise
   */
  public @Nullable HelpFact withdraw(Instant at) {
    return switch (status) {
      case OPEN, CLAIMED -> new HelpWithdrawn(at);
      case WITHDRAWN -> null;
      case CLOSED, CANCELLED -> throw over();
    };
  }

  /**
   * What the holder's judgement makes; null if it was given already.
   *
   * @throws Refusal if there was no visit yet, or another judgement was given
   */
  public @Nullable HelpFact rate(int given, Instant at) {
    if (status != Status.CLOSED) {
      throw Refusal.of(HelpReason.NOT_CLOSED_YET);
    }
    if (stars == null) {
      return new HelpRated(given, at);
    }
    if (stars != given) {
      throw Refusal.of(HelpReason.ALREADY_RATED);
    }
    return null;
  }

  /**
   * What a leader's wish to give it to a team makes; null if the team has it.
   *
   * @throws Refusal if it is over
   */
  public @Nullable HelpFact reassign(String to, String by, Instant at) {
    return switch (status) {
      case OPEN, CLAIMED -> team.equals(to) ? null : new HelpReassigned(to, by, at);
      case CLOSED, WITHDRAWN, CANCELLED -> throw over();
    };
  }

  /**
   * What a leader's wish to strike it off makes; null if that was done.
   *
   * @throws Refusal if it has ended otherwise
   */
  public @Nullable HelpFact cancel(CancelReason why, String by, Instant at) {
    return switch (status) {
      case OPEN, CLAIMED -> new HelpCancelled(why.code(), by, at);
      case CANCELLED -> null;
      case CLOSED, WITHDRAWN -> throw over();
    };
  }

  /** Why nothing can be done with a request that is over. */
  public Refusal over() {
    return switch (status) {
      case CLOSED -> HelpReason.ALREADY_CLOSED.because(team);
      case WITHDRAWN -> Refusal.of(HelpReason.ALREADY_WITHDRAWN);
      case CANCELLED -> Refusal.of(HelpReason.ALREADY_CANCELLED);
      case OPEN, CLAIMED -> throw new IllegalStateException("is not over");
    };
  }
}
