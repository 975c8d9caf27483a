package vn.gocua.engine.help;

import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.HelpRequests;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.help.state.HelpRequest.Status;

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
  Row row(HelpRequest request, @Nullable String team) {
    return new Row(
        request.code(),
        request.version(),
        request.status().code(),
        request.hamlet(),
        request.activity(),
        request.team(),
        team == null ? null : request.status() != Status.OPEN && request.team().equals(team),
        request.when(),
        request.guardian(),
        local(request.requestedAt()),
        localOrNull(request.claimedAt()),
        localOrNull(request.closedAt()),
        request.checkIn(),
        request.reason(),
        team == null ? request.stars() : null,
        request.lost() ? true : null);
  }

  Ticket ticket(HelpRequest request) {
    return new Ticket(
        request.code(),
        request.status().code(),
        request.hamlet(),
        request.activity(),
        request.team(),
        request.when(),
        request.guardian(),
        local(request.requestedAt()),
        localOrNull(request.claimedAt()),
        localOrNull(request.closedAt()),
        request.reason(),
        request.stars(),
        request.lost() ? true : null);
  }

  /** What is to be done: a team's share of it, or for a leader all. */
  Rows rows(HelpRequests requests, @Nullable String team, Instant now) {
    return new Rows(
        local(now),
        requests.unfinished().stream()
            .filter(request -> concerns(request, team))
            .filter(request ->
                team == null || request.status() == Status.OPEN || request.team().equals(team))
            .map(request -> row(request, team))
            .toList());
  }

  /** Whether a change of a request is a team's business. */
  boolean concerns(HelpRequest request, @Nullable String code) {
    Team team = code == null ? null : campaign.team(code);
    return code == null
        || request.team().equals(code)
        || (team != null && team.hamlets().contains(request.hamlet()));
  }

  OffsetDateTime local(Instant instant) {
    return instant.atZone(campaign.zone()).toOffsetDateTime();
  }

  private @Nullable OffsetDateTime localOrNull(@Nullable Instant instant) {
    return instant == null ? null : local(instant);
  }
}
