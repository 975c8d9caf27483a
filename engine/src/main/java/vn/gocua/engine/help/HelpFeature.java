package vn.gocua.engine.help;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.help.contact.HelpContacts;
import vn.gocua.engine.help.contact.RequestQuota;
import vn.gocua.engine.help.contact.Terms;
import vn.gocua.engine.help.service.HelpJobs;
import vn.gocua.engine.help.service.HelpService;
import vn.gocua.engine.help.service.SupervisionService;
import vn.gocua.engine.help.service.TicketService;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.HelpRequests;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.sse.Rhythm;
import vn.gocua.engine.http.sse.SseHub;
import vn.gocua.engine.rights.RateLimiter;

/** Wires help requests. */
public final class HelpFeature implements Feature {
  /** Of one screen, at once; a ticket that is shown is looked up every two seconds. */
  private static final int LOOK_UPS_OF_A_SCREEN = 60;

  /** Enough to follow a ticket and to type codes, too few to go through all of them. */
  private static final Duration NEXT_LOOK_UP_OF_A_SCREEN = Duration.ofSeconds(1);

  /** Requests of one screen. A request takes a resident minutes, so more are not residents'. */
  private static final int REQUESTS_OF_A_SCREEN = 30;

  private static final Duration NEXT_REQUEST_OF_A_SCREEN = Duration.ofSeconds(30);

  /** A helpful neighbour may give one number for some; a team is not to be flooded by it. */
  private static final int REQUESTS_OF_A_NUMBER = 10;

  private static final Duration NEXT_REQUEST_OF_A_NUMBER = Duration.ofHours(1);

  /** Streams end in time: an expired token is noticed when its viewer reconnects. */
  private static final Rhythm RHYTHM =
      Rhythm.of(Duration.ofSeconds(15)).endedAfter(Duration.ofHours(1));

  /** Period of the resync with the journal, in case a message of another node was lost. */
  private static final Duration RESYNC = Duration.ofSeconds(15);

  private final CampaignContext context;
  private final Channel<String> revoked;
  private final HelpRequests requests;
  private final HelpService service;
  private final TicketService tickets;
  private final SupervisionService supervision;
  private final HelpJobs jobs;
  private final RateLimiter lookUps =
      new RateLimiter(LOOK_UPS_OF_A_SCREEN, NEXT_LOOK_UP_OF_A_SCREEN);

  /**
   * @param revoked carries the ids of those whose streams end
   */
  public HelpFeature(CampaignContext context, Channel<String> revoked) {
    this.context = context;
    this.revoked = revoked;
    Clock realTime = context.realTime();
    requests =
        new HelpRequests(
            context
                .repositories()
                .remembered(HelpRequest.kind(context.campaign().id()), "help", RESYNC));
    HelpContacts contacts = new HelpContacts(context.vault(), context.readings(), realTime);
    RequestQuota limits =
        new RequestQuota(
            context.vault(),
            new RateLimiter(REQUESTS_OF_A_SCREEN, NEXT_REQUEST_OF_A_SCREEN),
            new RateLimiter(REQUESTS_OF_A_NUMBER, NEXT_REQUEST_OF_A_NUMBER));
    service =
        new HelpService(
            context.campaign(), context.journal(), requests, context.vault(), contacts, limits);
    Terms terms = Terms.of(context.settings());
    tickets = new TicketService(service, contacts, terms);
    supervision = new SupervisionService(service, requests, contacts, terms);
    jobs =
        new HelpJobs(
            service,
            supervision,
            requests,
            context.vault(),
            context.clock(),
            realTime,
            context.engine().schedule());
    context.afterCommit().add(jobs::noticed);
  }

  /** Brings the requests of earlier runs into memory. */
  @Override
  public void load() {
    requests.repository().load();
  }

  @Override
  public void schedule(Schedule schedule) {
    jobs.watch(schedule, context.engineClock()::isSure);
  }

  /** Number of unfinished requests by team. */
  public Map<String, Integer> openByTeam() {
    return requests.unfinishedByTeam();
  }

  /** Records that contacts missing from the vault are lost; returns their number. */
  public int loseContacts(Instant at) {
    return supervision.loseContacts(at);
  }

  public SupervisionService supervision() {
    return supervision;
  }

  @Override
  public void routes(Api api) {
    HelpSource source = new HelpSource(context.campaign(), requests, context.clock());
    SseHub<Optional<String>> hub =
        new SseHub<>(api.vertx(), RHYTHM, List.of(source), source::heartbeat, _ -> {});
    requests.repository().onChange(_ -> hub.changed());
    revoked.subscribe(hub::end, () -> {});
    new HelpRoutes(context.campaign(), service, requests, hub, lookUps).mount(api);
    new TicketRoutes(context.campaign(), tickets).mount(api);
    new OwnTicketRoutes(context.campaign(), tickets).mount(api);
    new SupervisionRoutes(context.campaign(), supervision, tickets).mount(api);
  }
}
