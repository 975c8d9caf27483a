package vn.gocua.rehearsal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.gocua.rehearsal.client.CampaignView;
import vn.gocua.rehearsal.client.EngineApi;
import vn.gocua.rehearsal.client.Phone;
import vn.gocua.rehearsal.client.RecountView;
import vn.gocua.rehearsal.counts.Comparison;
import vn.gocua.rehearsal.counts.ExpectedCounts;
import vn.gocua.rehearsal.counts.Tallied;
import vn.gocua.rehearsal.plan.CampaignFacts;
import vn.gocua.rehearsal.plan.PhonePlan;
import vn.gocua.rehearsal.plan.Plan;
import vn.gocua.rehearsal.plan.RehearsalClock;

/**
 * Lives a made-up campaign against an engine: enrols the phones, lets each live its plan on the
 * fast clock, waits until every queue is empty, and then holds what the phones were answered
 * against what the engine counts.
 */
public final class Rehearsal {
  /** Real time that the phones have after the campaign's end to send what they still hold. */
  private static final Duration LAST_CALL = Duration.ofSeconds(90);

  /** Real time that the board has to show what is in the journal. */
  private static final Duration BOARD_SETTLES = Duration.ofSeconds(10);

  private final EngineApi api;
  private final RehearsalClock clock;
  private final InstantSource real;
  private final Listener listener;
  private final @Nullable Path pages;

  /** Hears how the rehearsal goes. */
  public interface Listener {
    void enrolled(CampaignView campaign, int phones);

    /**
     * A campaign day is over.
     *
     * @param waiting entries that are still on the phones
     */
    void dayOver(CampaignFacts facts, int day, ExpectedCounts.Progress progress, int waiting);

    /** The phones that were pages in a browser have said what they entered. */
    void pagesReported(PagesReport report);
  }

  /**
   * How it ended.
   *
   * @param unsent entries that never got an answer
   */
  public record Verdict(
      CampaignView campaign,
      Comparison comparison,
      RecountView recount,
      ExpectedCounts counts,
      int unsent) {

    /** Whether everything the phones were promised is counted, once, and nothing else. */
    public boolean holds() {
      return comparison.equal()
          && recount.equal()
          && unsent == 0
          && counts.progress().surprising() == 0;
    }
  }

  public Rehearsal(EngineApi api, RehearsalClock clock, InstantSource real, Listener listener) {
    this(api, clock, real, listener, null);
  }

  /**
   * @param pages where phones that are pages in a browser leave their report; null if there are
   *     none
   */
  public Rehearsal(
      EngineApi api,
      RehearsalClock clock,
      InstantSource real,
      Listener listener,
      @Nullable Path pages) {
    this.pages = pages;
    this.api = api;
    this.clock = clock;
    this.real = real;
    this.listener = listener;
  }

  /**
   * Lives the campaign of a seed.
   *
   * @throws RehearsalFailed if the engine is not one to rehearse with, or refuses what has to work
   */
  public Verdict run(String leaderPassword, long seed)
      throws RehearsalFailed, InterruptedException {
    CampaignView campaign = Retrying.call(real, api::campaign);
    if (!campaign.rehearsal()) {
      throw new RehearsalFailed("not-a-rehearsal");
    }
    if (Retrying.call(real, api::board).total().checkIns() > 0) {
      throw new RehearsalFailed("not-empty");
    }
    String session = Retrying.call(real, () -> api.signIn("leader", leaderPassword));
    ExpectedCounts counts = new ExpectedCounts();
    var surroundings = new Phone.Surroundings(campaign.facts(), clock, real, api, counts);
    Plan plan = Plan.of(campaign.facts(), seed);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        List<Phone> phones = enrol(plan, session, surroundings, threads);
        listener.enrolled(campaign, phones.size());
        int unsent = live(phones, surroundings, threads);
        return verdict(campaign, session, counts, unsent + hearPages(campaign.facts(), counts));
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private List<Phone> enrol(
      Plan plan, String session, Phone.Surroundings surroundings, ExecutorService threads)
      throws RehearsalFailed, InterruptedException {
    List<Callable<Phone>> enrolments = new ArrayList<>();
    for (PhonePlan phone : plan.phones()) {
      enrolments.add(() -> {
        String code = Retrying.call(real, () -> api.enrolmentCode(session, phone.team(), 1));
        UUID enrolment = UUID.randomUUID();
        String token = Retrying.call(real, () -> api.enrol(code, enrolment));
        return new Phone(phone, token, surroundings);
      });
    }
    List<Phone> phones = new ArrayList<>();
    for (Future<Phone> enrolled : threads.invokeAll(enrolments)) {
      phones.add(result(enrolled));
    }
    return phones;
  }

  private static <T> T result(Future<T> future) throws RehearsalFailed, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RehearsalFailed failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Returns what was never answered. */
  private int live(List<Phone> phones, Phone.Surroundings surroundings, ExecutorService threads)
      throws RehearsalFailed, InterruptedException {
    List<Future<?>> lives = new ArrayList<>();
    for (Phone phone : phones) {
      lives.add(
          threads.submit(() -> {
            phone.live();
            return null;
          }));
    }
    CampaignFacts facts = surroundings.facts();
    for (int day = 1; day <= facts.days(); day++) {
      sleepUntil(clock.realTime(facts.startOf(day + 1)));
      listener.dayOver(facts, day, surroundings.counts().progress(), waiting(phones));
    }
    Instant lastCall = clock.realTime(facts.end()).plus(LAST_CALL);
    for (Future<?> life : lives) {
      try {
        long left = Math.max(1, Duration.between(real.instant(), lastCall).toMillis());
        life.get(left, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        life.cancel(true);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    return waiting(phones);
  }

  /** Returns what the pages never got an answer for. */
  private int hearPages(CampaignFacts facts, ExpectedCounts counts)
      throws RehearsalFailed, InterruptedException {
    if (pages == null) {
      return 0;
    }
    PagesReport report = PagesReport.await(pages, real, LAST_CALL);
    report.enterInto(counts, facts);
    listener.pagesReported(report);
    return report.unsent();
  }

  private static int waiting(List<Phone> phones) {
    return phones.stream().mapToInt(Phone::waiting).sum();
  }

  private void sleepUntil(Instant instant) throws InterruptedException {
    Duration left = Duration.between(real.instant(), instant);
    if (left.isPositive()) {
      Thread.sleep(left);
    }
  }

  private Verdict verdict(CampaignView campaign, String session, ExpectedCounts counts, int unsent)
      throws RehearsalFailed, InterruptedException {
    RecountView recount = Retrying.call(real, () -> api.recount(session));
    Tallied sent = counts.tallied();
    Instant patience = real.instant().plus(BOARD_SETTLES);
    Comparison comparison = Comparison.of(sent, Retrying.call(real, api::board));
    while (!comparison.equal() && real.instant().isBefore(patience)) {
      Thread.sleep(Duration.ofMillis(200));
      comparison = Comparison.of(sent, Retrying.call(real, api::board));
    }
    return new Verdict(campaign, comparison, recount, counts, unsent);
  }
}
