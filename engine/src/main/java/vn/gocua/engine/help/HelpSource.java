package vn.gocua.engine.help;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.help.state.HelpRequests;
import vn.gocua.engine.http.sse.Frame;
import vn.gocua.engine.http.sse.SseSource;

/**
 * Help requests as a source of the hub: the open ones first, then each changed one. A group is a
 * team's phones, or all leaders.
 */
final class HelpSource implements SseSource<Optional<String>> {
  private final HelpRequests requests;
  private final HelpView view;
  private final Clock clock;

  /**
   * @param clock the campaign's time
   */
  HelpSource(Campaign campaign, HelpRequests requests, Clock clock) {
    this.requests = requests;
    this.view = new HelpView(campaign);
    this.clock = clock;
  }

  @Override
  public long revision() {
    return requests.repository().revision();
  }

  @Override
  public Frame since(long seen, Optional<String> group) {
    // Read before the requests: changes in between are sent again.
    long revision = requests.repository().revision();
    String team = group.orElse(null);
    if (seen <= NOTHING || seen > revision) {
      return Frame.of(revision, "requests", view.rows(requests, team, clock.instant()));
    }
    List<Frame.Event> events =
        requests.repository().changedSince(seen).stream()
            .map(requests.repository()::now)
            .filter(request -> view.concerns(request.known(), team))
            .map(request -> new Frame.Event("request", view.row(request, team)))
            .toList();
    return new Frame(revision, events);
  }

  record Heartbeat(OffsetDateTime at) {}

  Heartbeat heartbeat() {
    return new Heartbeat(view.local(clock.instant()));
  }
}
