package vn.gocua.engine.help.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.help.state.HelpRequest.Status;

/** A request on its way from one fact to the next: what facts may change of it. */
final class HelpRequestDraft {
  private final HelpRequest before;
  Status status;
  String named;
  String team;
  String contact;
  String when;
  @Nullable Instant claimedAt;
  @Nullable Instant closedAt;
  @Nullable String checkIn;
  @Nullable String reason;
  @Nullable Integer stars;
  boolean erased;
  boolean lost;

  HelpRequestDraft(HelpRequest before) {
    this.before = before;
    status = before.status();
    named = before.named();
    team = before.team();
    contact = before.contact();
    when = before.when();
    claimedAt = before.claimedAt();
    closedAt = before.closedAt();
    checkIn = before.checkIn();
    reason = before.reason();
    stars = before.stars();
    erased = before.erased();
    lost = before.lost();
  }

  HelpRequest done() {
    return new HelpRequest(
        before.code(),
        before.version() + 1,
        before.id(),
        before.hamlet(),
        before.activity(),
        status,
        named,
        team,
        contact,
        before.secretHash(),
        when,
        before.guardian(),
        before.requestedAt(),
        claimedAt,
        closedAt,
        checkIn,
        reason,
        stars,
        erased,
        lost);
  }
}
