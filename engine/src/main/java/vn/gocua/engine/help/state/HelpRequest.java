package vn.gocua.engine.help.state;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.help.state.HelpFact.HelpCancelled;
import vn.gocua.engine.help.state.HelpFact.HelpCarriedIn;
import vn.gocua.engine.help.state.HelpFact.HelpCarriedOut;
import vn.gocua.engine.help.state.HelpFact.HelpChanged;
import vn.gocua.engine.help.state.HelpFact.HelpClaimed;
import vn.gocua.engine.help.state.HelpFact.HelpClosed;
import vn.gocua.engine.help.state.HelpFact.HelpContactErased;
import vn.gocua.engine.help.state.HelpFact.HelpContactLost;
import vn.gocua.engine.help.state.HelpFact.HelpExpired;
import vn.gocua.engine.help.state.HelpFact.HelpGroupsWithdrawn;
import vn.gocua.engine.help.state.HelpFact.HelpLeft;
import vn.gocua.engine.help.state.HelpFact.HelpRated;
import vn.gocua.engine.help.state.HelpFact.HelpReassigned;
import vn.gocua.engine.help.state.HelpFact.HelpReleased;
import vn.gocua.engine.help.state.HelpFact.HelpRequested;
import vn.gocua.engine.help.state.HelpFact.HelpWithdrawn;
import vn.gocua.engine.help.state.Stage.Cancelled;
import vn.gocua.engine.help.state.Stage.Claimed;
import vn.gocua.engine.help.state.Stage.Closed;
import vn.gocua.engine.help.state.Stage.Ended;
import vn.gocua.engine.help.state.Stage.Expired;
import vn.gocua.engine.help.state.Stage.Open;
import vn.gocua.engine.help.state.Stage.Withdrawn;
import vn.gocua.engine.state.StreamKind;
import vn.gocua.protocol.help.HelpReason;
import vn.gocua.protocol.refusal.Refusal;

/**
 * A resident's request for help, as its facts have made it.
 *
 * @param assignedTeam the team that the ticket names, or that a leader has given it to since
 * @param erased whether the contact is gone
 * @param left that a leader left it for the next campaign; null if nobody did
 */
public record HelpRequest(
    Asked asked, String assignedTeam, Stage stage, Erased erased, @Nullable HelpLeft left) {

  /** The requests of a campaign, each a stream by its ticket's code. */
  public static StreamKind<HelpFact, HelpRequest> kind(String campaign) {
    return new StreamKind<>(
        campaign + "/help-request/", HelpFact.FACTS, HelpRequest::evolve, HelpTold::told);
  }

  /** The request after one more fact. */
  private static HelpRequest evolve(@Nullable HelpRequest before, HelpFact fact) {
    if (fact instanceof HelpRequested f) {
      return new HelpRequest(Asked.of(f), f.team(), new Open(), Erased.NO, null);
    }
    if (fact instanceof HelpCarriedIn f) {
      return new HelpRequest(
          Asked.of(f), f.team(), new Open(), f.lost() ? Erased.LOST : Erased.NO, null);
    }
    HelpRequest known = Objects.requireNonNull(before, "a request begins with being made");
    return switch (fact) {
      case HelpRequested _, HelpCarriedIn _ -> known;
      case HelpClaimed f -> known.now(new Claimed(f.team(), f.at()));
      case HelpReleased _ -> known.now(new Open());
      case HelpClosed f ->
          known.now(new Closed(known.claimBy(f.team(), f.at()), f.at(), f.checkIn(), null));
      case HelpChanged f ->
          new HelpRequest(
              known.asked.changed(f),
              known.assignedTeam,
              known.stage,
              f.contact() == null ? known.erased : Erased.NO,
              known.left);
      case HelpGroupsWithdrawn f ->
          new HelpRequest(
              known.asked.withoutGroups(f.contact()),
              known.assignedTeam,
              known.stage,
              known.erased,
              known.left);
      case HelpWithdrawn f ->
          known.now(new Withdrawn(known.stage.claim(), f.at())).erased(Erased.YES);
      case HelpRated f ->
          known.stage instanceof Closed closed ? known.now(closed.rated(f.stars())) : known;
      case HelpReassigned f ->
          new HelpRequest(known.asked, f.team(), new Open(), known.erased, known.left);
      case HelpCancelled f -> known.now(new Cancelled(known.stage.claim(), f.at(), f.reason()));
      case HelpExpired f ->
          known.now(new Expired(known.stage.claim(), f.at(), f.why())).erased(Erased.YES);
      case HelpCarriedOut f ->
          known
              .now(new Expired(known.stage.claim(), f.at(), ExpiryReason.CARRIED_OVER.code()))
              .erased(Erased.YES);
      case HelpLeft f ->
          new HelpRequest(known.asked, known.assignedTeam, known.stage, known.erased, f);
      // Without a contact no visit is possible.
      case HelpContactErased f ->
          (known.isOver() ? known : known.now(new Withdrawn(known.stage.claim(), f.at())))
              .erased(Erased.YES);
      case HelpContactLost _ -> known.erased(Erased.LOST);
    };
  }

  private HelpRequest now(Stage next) {
    return new HelpRequest(asked, assignedTeam, next, erased, left);
  }

  private HelpRequest erased(Erased how) {
    return new HelpRequest(asked, assignedTeam, stage, erased.or(how), left);
  }

  /** The team's claim; made up for a close without one. */
  private Claimed claimBy(String team, Instant otherwise) {
    return stage instanceof Claimed claimed ? claimed : new Claimed(team, otherwise);
  }

  public String code() {
    return asked.code();
  }

  /** The team that claimed or closed it; else the assigned one. */
  public String team() {
    Claimed claim = stage.claim();
    return claim == null ? assignedTeam : claim.team();
  }

  /** Whether a leader left it for the next campaign. */
  public boolean isLeft() {
    return left != null;
  }

  /** Whether the request is over. */
  public boolean isOver() {
    return stage instanceof Ended;
  }

  /** Whether no team is offered it until a leader gives it to one. */
  public boolean waitsForLeader() {
    return team().isEmpty();
  }

  /** The fact that it goes on in the next campaign; null if it is over, or was not left. */
  public @Nullable HelpFact carryOut(String to, Instant at) {
    return isOver() || !isLeft() ? null : new HelpCarriedOut(to, at);
  }

  public boolean isClaimedBy(String who) {
    return stage instanceof Claimed claimed && claimed.team().equals(who);
  }

  /** Whether the vault should hold a contact for this request. */
  public boolean hasContact() {
    return erased == Erased.NO;
  }

  /** Whether the contact was lost with the vault's key. */
  public boolean isContactLost() {
    return erased == Erased.LOST;
  }

  /**
   * The fact of a team's claim; null for a repeat.
   *
   * @throws Refusal if another team has it, or it is over
   */
  public @Nullable HelpFact claim(Actor actor, Instant at) {
    return switch (stage) {
      case Open _ -> new HelpClaimed(actor.team(), actor.by(), at);
      case Claimed claimed -> mine(claimed, actor, HelpReason.ALREADY_CLAIMED, null);
      case Ended ended -> throw ended.refusal();
    };
  }

  /**
   * The fact of a team's release; null if it is open.
   *
   * @throws Refusal if another team has it, or it is over
   */
  public @Nullable HelpFact release(Actor actor, Instant at) {
    return switch (stage) {
      case Open _ -> null;
      case Claimed claimed ->
          mine(
              claimed,
              actor,
              HelpReason.ALREADY_CLAIMED,
              new HelpReleased(actor.team(), actor.by(), at));
      case Ended ended -> throw ended.refusal();
    };
  }

  /**
   * The fact of a team's close; null for a repeat.
   *
   * @throws Refusal if the team has not claimed it
   */
  public @Nullable HelpFact close(Actor actor, @Nullable String reportedBy, Instant at) {
    return switch (stage) {
      case Open _ -> throw Refusal.of(HelpReason.CLAIM_FIRST);
      case Claimed claimed ->
          mine(
              claimed,
              actor,
              HelpReason.ALREADY_CLAIMED,
              new HelpClosed(actor.team(), actor.by(), reportedBy, at));
      case Closed closed -> mine(closed.claim(), actor, HelpReason.ALREADY_CLOSED, null);
      case Withdrawn withdrawn -> throw withdrawn.refusal();
      // A phone keeps its close until the refusal is one that it knows.
      case Cancelled _, Expired _ -> throw Refusal.of(HelpReason.ALREADY_CANCELLED);
    };
  }

  /**
   * The fact that a leader was told of the help, with no check-in to report it; null for a repeat.
   *
   * @throws Refusal if it has ended otherwise
   */
  public @Nullable HelpFact finish(String by, Instant at) {
    return switch (stage) {
      case Closed _ -> null;
      case Ended ended -> throw ended.refusal();
      case Open _, Claimed _ -> new HelpClosed(team(), by, null, at);
    };
  }

  /** The fact that it ended without help; null if it is over. */
  public @Nullable HelpFact expire(ExpiryReason why, String by, Instant at) {
    return isOver() ? null : new HelpExpired(why.code(), by, at);
  }

  /** The fact that it is left for the next campaign; null if it is over, or left already. */
  public @Nullable HelpFact leave(HelpLeft leaving) {
    return isOver() || isLeft() ? null : leaving;
  }

  private static @Nullable HelpFact mine(
      Claimed claim, Actor actor, HelpReason otherwise, @Nullable HelpFact fact) {
    if (!claim.team().equals(actor.team())) {
      throw otherwise.because(claim.team());
    }
    return fact;
  }

  /**
   * The fact of the holder's withdrawal; null for a repeat.
   *
   * @throws Refusal if it has ended otherwise
   */
  public @Nullable HelpFact withdraw(Instant at) {
    return switch (stage) {
      case Withdrawn _ -> null;
      case Ended ended -> throw ended.refusal();
      case Open _, Claimed _ -> new HelpWithdrawn(at);
    };
  }

  /**
   * The fact of the holder's rating; null for a repeat.
   *
   * @throws Refusal if there was no visit yet, or it was rated otherwise
   */
  public @Nullable HelpFact rate(int given, Instant at) {
    if (!(stage instanceof Closed closed)) {
      throw Refusal.of(HelpReason.NOT_CLOSED_YET);
    }
    Integer stars = closed.stars();
    if (stars == null) {
      return new HelpRated(given, at);
    }
    if (stars != given) {
      throw Refusal.of(HelpReason.ALREADY_RATED);
    }
    return null;
  }

  /**
   * The fact of a leader's assignment; null if the team has it.
   *
   * @throws Refusal if it is over
   */
  public @Nullable HelpFact reassign(String to, String by, Instant at) {
    if (stage instanceof Ended ended) {
      throw ended.refusal();
    }
    return team().equals(to) ? null : new HelpReassigned(to, by, at);
  }

  /**
   * The fact of a leader's cancellation; null for a repeat.
   *
   * @throws Refusal if it has ended otherwise
   */
  public @Nullable HelpFact cancel(CancelReason why, String by, Instant at) {
    return switch (stage) {
      case Cancelled _ -> null;
      case Ended ended -> throw ended.refusal();
      case Open _, Claimed _ -> new HelpCancelled(why.code(), by, at);
    };
  }
}
