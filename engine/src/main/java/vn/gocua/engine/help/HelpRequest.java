package vn.gocua.engine.help;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.help.HelpFact.HelpClaimed;
import vn.gocua.engine.help.HelpFact.HelpClosed;
import vn.gocua.engine.help.HelpFact.HelpReleased;
import vn.gocua.engine.help.HelpFact.HelpRequested;

/**
 * A resident's request for help, as its facts have made it.
 *
 * @param code the ticket's, such as HV-4821
 * @param version how many facts there are
 * @param named the team that the ticket names
 * @param team who has claimed or closed it; while it is open, the team named
 * @param contact the vault's ref
 * @param checkIn the check-in that reported the visit
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
    Instant requestedAt,
    @Nullable Instant claimedAt,
    @Nullable Instant closedAt,
    @Nullable String checkIn) {

  /** How far a request has come. */
  public enum Status {
    OPEN,
    CLAIMED,
    CLOSED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The request after one more fact. */
  static HelpRequest evolve(@Nullable HelpRequest before, HelpFact fact) {
    return switch (fact) {
      case HelpRequested f ->
          new HelpRequest(
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
              f.at(),
              null,
              null,
              null);
      case HelpClaimed(String team, _, Instant at) ->
          known(before).now(Status.CLAIMED, team, at, null, null);
      case HelpReleased _ -> {
        HelpRequest request = known(before);
        yield request.now(Status.OPEN, request.named(), null, null, null);
      }
      case HelpClosed(String team, _, String checkIn, Instant at) -> {
        HelpRequest request = known(before);
        yield request.now(Status.CLOSED, team, request.claimedAt(), at, checkIn);
      }
    };
  }

  private static HelpRequest known(@Nullable HelpRequest request) {
    return Objects.requireNonNull(request, "a request begins with being made");
  }

  private HelpRequest now(
      Status next,
      String nextTeam,
      @Nullable Instant claimed,
      @Nullable Instant closed,
      @Nullable String reportedBy) {
    return new HelpRequest(
        code,
        version + 1,
        id,
        hamlet,
        activity,
        next,
        named,
        nextTeam,
        contact,
        secretHash,
        requestedAt,
        claimed,
        closed,
        reportedBy);
  }

  boolean isClaimedBy(String who) {
    return status == Status.CLAIMED && team.equals(who);
  }

  /**
   * What a team's wish to take it makes; null if it has it already.
   *
   * @throws HelpRefused if another has it, or it is closed
   */
  @Nullable HelpFact claim(HelpDesk.Asker asker, Instant at) {
    return switch (status) {
      case OPEN -> new HelpClaimed(asker.team(), asker.by(), at);
      case CLAIMED -> mineOrRefused(asker, HelpRefused.Why.ALREADY_CLAIMED);
      case CLOSED -> throw new HelpRefused(HelpRefused.Why.ALREADY_CLOSED, team);
    };
  }

  /**
   * What a team's wish to give it back makes; null if nobody has it.
   *
   * @throws HelpRefused if another has it, or it is closed
   */
  @Nullable HelpFact release(HelpDesk.Asker asker, Instant at) {
    return switch (status) {
      case OPEN -> null;
      case CLAIMED -> {
        mineOrRefused(asker, HelpRefused.Why.ALREADY_CLAIMED);
        yield new HelpReleased(asker.team(), asker.by(), at);
      }
      case CLOSED -> throw new HelpRefused(HelpRefused.Why.ALREADY_CLOSED, team);
    };
  }

  /**
   * What a team's word that it is done makes; null if it has said so already.
   *
   * @throws HelpRefused if the team has not claimed it
   */
  @Nullable HelpFact close(HelpDesk.Asker asker, @Nullable String reportedBy, Instant at) {
    return switch (status) {
      case OPEN -> throw new HelpRefused(HelpRefused.Why.CLAIM_FIRST, null);
      case CLAIMED -> {
        mineOrRefused(asker, HelpRefused.Why.ALREADY_CLAIMED);
        yield new HelpClosed(asker.team(), asker.by(), reportedBy, at);
      }
      case CLOSED -> mineOrRefused(asker, HelpRefused.Why.ALREADY_CLOSED);
    };
  }

  private @Nullable HelpFact mineOrRefused(HelpDesk.Asker asker, HelpRefused.Why why) {
    if (!team.equals(asker.team())) {
      throw new HelpRefused(why, team);
    }
    return null;
  }
}
