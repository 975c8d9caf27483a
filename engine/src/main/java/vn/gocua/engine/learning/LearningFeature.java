package vn.gocua.engine.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.feature.CampaignContext;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.help.contact.RequestQuota;
import vn.gocua.engine.help.contact.Terms;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.engine.state.RememberedRepository;

/** Wires classes. */
public final class LearningFeature implements Feature {
  private static final int SEATS_OF_A_SCREEN = 60;
  private static final Duration NEXT_SEAT_OF_A_SCREEN = Duration.ofSeconds(20);

  /** Seats of one phone number: enough for a family, too few to fill a class. */
  private static final int SEATS_OF_A_NUMBER = 10;

  private static final Duration NEXT_SEAT_OF_A_NUMBER = Duration.ofHours(1);

  /** Period of the resync with the journal, in case a message of another node was lost. */
  private static final Duration RESYNC = Duration.ofSeconds(20);

  private final CampaignContext context;
  private final RememberedRepository<LearningFact, ClassSession> sessions;
  private final LearningService service;
  private final LearningJobs jobs;

  public LearningFeature(CampaignContext context) {
    this.context = context;
    Clock realTime = context.realTime();
    String campaign = context.campaign().id();
    sessions = context.repositories().remembered(ClassSession.kind(campaign), "learning", RESYNC);
    LearnerContacts learners = new LearnerContacts(context.vault(), context.readings(), realTime);
    service =
        new LearningService(
            sessions,
            context.vault(),
            learners,
            new RequestQuota(
                context.vault(),
                new RateLimiter(SEATS_OF_A_SCREEN, NEXT_SEAT_OF_A_SCREEN),
                new RateLimiter(SEATS_OF_A_NUMBER, NEXT_SEAT_OF_A_NUMBER)));
    jobs =
        new LearningJobs(
            service,
            learners,
            context.vault(),
            Terms.of(context.settings()),
            context.clock(),
            realTime);
  }

  /** Brings the classes of earlier runs into memory. */
  @Override
  public void load() {
    sessions.load();
  }

  @Override
  public void schedule(Schedule schedule) {
    jobs.watch(schedule, context.engineClock()::isSure);
  }

  /** Records that contacts missing from the vault are lost; returns their number. */
  public int loseContacts(Instant at) {
    return jobs.loseContacts(at);
  }

  /** Title of a class; null if there never was one. Does not block. */
  public @Nullable String title(String id) {
    ClassSession session = sessions.get(id);
    return session == null ? null : session.lesson().title();
  }

  public LearningJobs jobs() {
    return jobs;
  }

  @Override
  public void routes(Api api) {
    new LearningRoutes(context.campaign(), service).mount(api);
    new EnrolmentRoutes(context.campaign(), service).mount(api);
  }
}
