package vn.gocua.engine.help;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.help.contact.Contact;
import vn.gocua.engine.help.service.HelpService;
import vn.gocua.engine.help.service.TicketService;
import vn.gocua.engine.help.state.Asked;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.HelpRequests;
import vn.gocua.engine.help.state.Stage.Cancelled;
import vn.gocua.engine.help.state.Stage.Claimed;
import vn.gocua.engine.help.state.Stage.Closed;
import vn.gocua.engine.help.state.Stage.Ended;
import vn.gocua.engine.help.state.Stage.Expired;
import vn.gocua.engine.help.state.Stage.Open;
import vn.gocua.engine.state.Versioned;
import vn.gocua.protocol.help.HelpRequestList;
import vn.gocua.protocol.help.OwnData;

/** Help requests as the API shows them: never a contact. */
final class HelpView {
  private final Campaign campaign;

  HelpView(Campaign campaign) {
    this.campaign = campaign;
  }

  /**
   * A request for those who work on it.
   *
   * @param team whose phone asks; null for a leader
   */
  HelpRequestList.Row row(Versioned<HelpRequest> versioned, @Nullable String team) {
    HelpRequest request = versioned.known();
    return row(
        request,
        versioned.version(),
        team == null ? null : !isOpen(request) && request.team().equals(team),
        request.stage() instanceof Closed closed ? closed.checkIn() : null,
        team == null ? stars(request) : null);
  }

  /** A request for the resident. */
  HelpRequestList.Row ticket(HelpRequest request) {
    return row(request, null, null, null, stars(request));
  }

  /** What is kept of a ticket's holder, for that holder alone. */
  OwnData own(TicketService.Own own) {
    Asked asked = own.request().asked();
    Contact contact = own.contact();
    return new OwnData(
        own.request().code(),
        local(asked.at()),
        asked.guardian(),
        contact == null
            ? null
            : new OwnData.Contact(
                contact.name(), contact.phone(), contact.address(), contact.groups()),
        new OwnData.Consent(
            asked.consent().textVersion(),
            asked.consent().groupsTextVersion(),
            local(asked.consent().at())),
        contact == null ? null : local(own.eraseAt()));
  }

  private HelpRequestList.Row row(
      HelpRequest request,
      @Nullable Integer version,
      @Nullable Boolean mine,
      @Nullable String checkIn,
      @Nullable Integer stars) {
    Asked asked = request.asked();
    return new HelpRequestList.Row(
        request.code(),
        version,
        request.stage().code(),
        asked.hamlet(),
        asked.activity(),
        request.team(),
        mine,
        asked.when(),
        asked.guardian(),
        local(asked.at()),
        claimedAt(request),
        endedAt(request),
        checkIn,
        reason(request),
        stars,
        request.isContactLost() ? true : null,
        request.stage().state(),
        (version != null && mine == null && request.isLeft()) ? true : null,
        earlier(asked.earlier()));
  }

  private static HelpRequestList.@Nullable Earlier earlier(Asked.@Nullable Earlier earlier) {
    return earlier == null
        ? null
        : new HelpRequestList.Earlier(earlier.campaign(), earlier.hamlet(), earlier.activity());
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
    return switch (request.stage()) {
      case Cancelled cancelled -> cancelled.reason();
      case Expired expired -> expired.reason();
      default -> null;
    };
  }

  private static @Nullable Integer stars(HelpRequest request) {
    return request.stage() instanceof Closed closed ? closed.stars() : null;
  }

  /** Open requests of a team; all of them for a leader. */
  HelpRequestList rows(HelpRequests requests, @Nullable String team, Instant now) {
    return new HelpRequestList(
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

  /** Whether a change of a request is shown to a team. */
  boolean concerns(HelpRequest request, @Nullable String code) {
    return code == null || HelpService.isFor(request, code, campaign.team(code));
  }

  OffsetDateTime local(Instant instant) {
    return instant.atZone(campaign.zone()).toOffsetDateTime();
  }
}
