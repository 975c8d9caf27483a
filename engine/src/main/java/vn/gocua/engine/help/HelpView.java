package vn.gocua.engine.help;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.help.state.Asked;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.HelpRequests;
import vn.gocua.engine.help.state.Stage.Cancelled;
import vn.gocua.engine.help.state.Stage.Claimed;
import vn.gocua.engine.help.state.Stage.Closed;
import vn.gocua.engine.help.state.Stage.Ended;
import vn.gocua.engine.help.state.Stage.Open;
import vn.gocua.engine.state.Versioned;

/** Help requests as the API shows them: never a contact. */
final class HelpView {
  private final Campaign campaign;

  HelpView(Campaign campaign) {
    this.campaign = campaign;
  }

  /**
   * A request for those who work on it. Of two of one code, the higher version wins.
   *
   * @param mine whether the asking team has claimed or closed it; absent for leaders
   * @param stars for leaders only
   * @param contactLost true if it was lost with the vault's key, else absent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(
      String code,
      int version,
      String status,
      String hamlet,
      String activity,
      String team,
      @Nullable Boolean mine,
      String when,
      boolean guardian,
      OffsetDateTime requestedAt,
      @Nullable OffsetDateTime claimedAt,
      @Nullable OffsetDateTime closedAt,
      @Nullable String checkIn,
      @Nullable String reason,
      @Nullable Integer stars,
      @Nullable Boolean contactLost) {}

  /** A request for the one who asked. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Ticket(
      String code,
      String status,
      String hamlet,
      String activity,
      String team,
      String when,
      boolean guardian,
      OffsetDateTime requestedAt,
      @Nullable OffsetDateTime claimedAt,
      @Nullable OffsetDateTime closedAt,
      @Nullable String reason,
      @Nullable Integer stars,
      @Nullable Boolean contactLost) {}

  record Rows(OffsetDateTime at, List<Row> helpRequests) {}

  /**
   * @param team whose phone asks; null for a leader
   */
  Row row(Versioned<HelpRequest> versioned, @Nullable String team) {
    HelpRequest request = versioned.known();
    Asked asked = request.asked();
    return new Row(
        request.code(),
        versioned.version(),
        request.stage().code(),
        asked.hamlet(),
        asked.activity(),
        request.team(),
        team == null ? null : !isOpen(request) && request.team().equals(team),
        asked.when(),
        asked.guardian(),
        local(asked.at()),
        claimedAt(request),
        endedAt(request),
        request.stage() instanceof Closed closed ? closed.checkIn() : null,
        reason(request),
        team == null ? stars(request) : null,
        request.isContactLost() ? true : null);
  }

  Ticket ticket(HelpRequest request) {
    Asked asked = request.asked();
    return new Ticket(
        request.code(),
        request.stage().code(),
        asked.hamlet(),
        asked.activity(),
        request.team(),
        asked.when(),
        asked.guardian(),
        local(asked.at()),
        claimedAt(request),
        endedAt(request),
        reason(request),
        stars(request),
        request.isContactLost() ? true : null);
  }

  private static boolean isOpen(HelpRequest request) {
    return request.stage() instanceof Open;
  }

  private @Nullable OffsetDateTime claimedAt(HelpRequest request) {
    Claimed claim = request.stage().claim();
    return claim == null ? null : local(claim.at());
  }

  private @Nullable OffsetDateTime endedAt(HelpRequest request) {
    return request.stage() instanceof Ended ended ? local(ended.at()) : null;
  }

  private static @Nullable String reason(HelpRequest request) {
    return request.stage() instanceof Cancelled cancelled ? cancelled.reason() : null;
  }

  private static @Nullable Integer stars(HelpRequest request) {
    return request.stage() instanceof Closed closed ? closed.stars() : null;
  }

  /** What is to be done: a team's share of it, or for a leader all. */
  Rows rows(HelpRequests requests, @Nullable String team, Instant now) {
    return new Rows(
        local(now),
        requests.unfinished().stream()
            .filter(request -> isToBeDone(request.known(), team))
            .map(request -> row(request, team))
            .toList());
  }

  private boolean isToBeDone(HelpRequest request, @Nullable String team) {
    return concerns(request, team)
        && (team == null || isOpen(request) || request.team().equals(team));
  }

  /** Whether a change of a request is a team's business. */
  boolean concerns(HelpRequest request, @Nullable String code) {
    Team team = code == null ? null : campaign.team(code);
    return code == null
        || request.team().equals(code)
        || (team != null && team.hamlets().contains(request.asked().hamlet()));
  }

  OffsetDateTime local(Instant instant) {
    return instant.atZone(campaign.zone()).toOffsetDateTime();
  }
}
