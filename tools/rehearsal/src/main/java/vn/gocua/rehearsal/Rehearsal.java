package vn.gocua.rehearsal;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Background;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.Credentials;
import vn.gocua.protocol.access.NewCode;
import vn.gocua.protocol.access.NewPhone;
import vn.gocua.protocol.board.BoardEndpoints;
import vn.gocua.protocol.board.BoardMessage;
import vn.gocua.protocol.board.BoardMessage.Day;
import vn.gocua.protocol.board.BoardMessage.Standing;
import vn.gocua.protocol.board.RecountInfo;
import vn.gocua.protocol.campaign.CampaignEndpoints;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.rehearsal.client.CampaignView;
import vn.gocua.rehearsal.client.Phone;
import vn.gocua.rehearsal.counts.Comparison;
import vn.gocua.rehearsal.counts.Count;
import vn.gocua.rehearsal.counts.ExpectedCounts;
import vn.gocua.rehearsal.counts.Tallied;
import vn.gocua.rehearsal.plan.CampaignFacts;
import vn.gocua.rehearsal.plan.PhonePlan;
import vn.gocua.rehearsal.plan.Plan;
import vn.gocua.rehearsal.plan.RehearsalClock;

/**
 * Plays a made-up campaign against an engine. It enrols the phones, plays their plans on the fast
 * clock, waits until every queue is empty, and compares accepted entries with the engine's counts.
 */
public final class Rehearsal {
  /** Real time for phones to send the rest after the campaign's end. */
  private static final Duration LAST_CALL = Duration.ofSeconds(90);

  /** Real time for the board to catch up with the journal. */
  private static final Duration BOARD_SETTLES = Duration.ofSeconds(10);

  private final EngineApi api;
  private final RehearsalClock clock;
  private final InstantSource real;
  private final Listener listener;
  private final @Nullable Path pages;

  /** Receives a rehearsal's progress. */
  public interface Listener {
    void enrolled(CampaignView campaign, int phones);

    /**
     * A campaign day is over.
     *
     * @param waiting entries that are still on the phones
     */
    void dayOver(CampaignFacts facts, int day, ExpectedCounts.Progress progress, int waiting);

    /** The phones in a browser have reported. */
    void pagesReported(PagesReport report);
  }

  /**
   * Result of a rehearsal.
   *
   * @param unsent entries without an answer
   */
  public record Verdict(
      CampaignView campaign,
      Comparison comparison,
      RecountInfo recount,
      ExpectedCounts counts,
      int unsent) {

    /** Whether every accepted entry is counted once, and nothing else. */
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
   * Plays the campaign of a seed.
   *
   * @throws RehearsalFailed if the engine is not one to rehearse with, or refuses a required call
   */
  public Verdict run(String leaderPassword, long seed)
      throws RehearsalFailed, InterruptedException {
    CampaignView campaign =
        CampaignView.of(
            Retrying.call(real, () -> api.call(Caller.ANYBODY, CampaignEndpoints.CAMPAIGN)));
    if (!campaign.rehearsal()) {
      throw new RehearsalFailed("not-a-rehearsal");
    }
    if (board().total().checkIns() > 0) {
      throw new RehearsalFailed("not-empty");
    }
    Credentials credentials = new Credentials("leader", leaderPassword);
    Caller leader =
        Caller.with(
            Retrying.call(
                    real, () -> api.send(Caller.ANYBODY, AccessEndpoints.SIGN_IN, credentials))
                .token());
    ExpectedCounts counts = new ExpectedCounts();
    var surroundings = new Phone.Surroundings(campaign.facts(), clock, real, api, counts);
    Plan plan = Plan.of(campaign.facts(), seed);
    try (Background threads = Background.ofVirtualThreads("phones")) {
      List<Phone> phones = enrol(plan, leader, surroundings, threads);
      listener.enrolled(campaign, phones.size());
      int unsent = live(phones, surroundings, threads);
      return verdict(campaign, leader, counts, unsent + hearPages(campaign.facts(), counts));
    }
  }

  private List<Phone> enrol(
      Plan plan, Caller leader, Phone.Surroundings surroundings, Background threads)
      throws RehearsalFailed, InterruptedException {
    List<Future<Phone>> enrolments = new ArrayList<>();
    for (PhonePlan phone : plan.phones()) {
      enrolments.add(
          threads.submit(() -> {
            NewCode forOne = new NewCode(1, null);
            String code =
                Retrying.call(
                        real,
                        () -> api.send(leader, AccessEndpoints.MAKE_CODE, forOne, phone.team()))
                    .code();
            NewPhone wanted = new NewPhone(code, UUID.randomUUID().toString());
            String token =
                Retrying.call(real, () -> api.send(Caller.ANYBODY, AccessEndpoints.ENROL, wanted))
                    .token();
            return new Phone(phone, token, surroundings);
          }));
    }
    List<Phone> phones = new ArrayList<>();
    for (Future<Phone> enrolled : enrolments) {
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

  /** Returns the number of entries without an answer. */
  private int live(List<Phone> phones, Phone.Surroundings surroundings, Background threads)
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

  /** Returns the number of the pages' entries without an answer. */
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

  private Verdict verdict(CampaignView campaign, Caller leader, ExpectedCounts counts, int unsent)
      throws RehearsalFailed, InterruptedException {
    RecountInfo recount = Retrying.call(real, () -> api.call(leader, BoardEndpoints.RECOUNT));
    Tallied sent = counts.tallied();
    Instant patience = real.instant().plus(BOARD_SETTLES);
    Comparison comparison = Comparison.of(sent, board());
    while (!comparison.equal() && real.instant().isBefore(patience)) {
      Thread.sleep(Duration.ofMillis(200));
      comparison = Comparison.of(sent, board());
    }
    return new Verdict(campaign, comparison, recount, counts, unsent);
  }

  /** Counts of the engine's board. */
  private Tallied board() throws RehearsalFailed, InterruptedException {
    BoardMessage board = Retrying.call(real, () -> api.call(Caller.ANYBODY, BoardEndpoints.BOARD));
    BoardMessage.Totals totals = board.totals();
    return new Tallied(
        new Count(totals.checkIns(), totals.residents()),
        board.teams().stream()
            .collect(toMap(Standing::team, row -> new Count(row.checkIns(), row.residents()))),
        board.days().stream()
            .collect(toMap(Day::day, day -> new Count(day.checkIns(), day.residents()))),
        totals.byActivity(),
        totals.byGroup());
  }
}
