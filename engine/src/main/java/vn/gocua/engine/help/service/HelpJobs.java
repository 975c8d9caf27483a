package vn.gocua.engine.help.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.help.contact.HelpContacts;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.HelpRequests;
import vn.gocua.engine.help.state.Stage.Claimed;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.state.Versioned;
import vn.gocua.engine.vault.Vault;

/** Closes answered requests, ends those that waited too long, and erases contacts in time. */
public final class HelpJobs {
  private static final Logger log = LoggerFactory.getLogger(HelpJobs.class);
  private static final Duration CLOSE = Duration.ofSeconds(15);
  private static final Duration FIRST_ERASING = Duration.ofMinutes(1);
  private static final Duration ERASE = Duration.ofMinutes(30);

  /** Longer than any request takes between the vault and the journal. */
  private static final Duration ORPHAN_AGE = Duration.ofHours(1);

  private final HelpService service;
  private final SupervisionService supervision;
  private final HelpRequests requests;
  private final Vault vault;
  private final Clock clock;
  private final Clock realTime;
  private final Executor blocking;

  /**
   * @param clock the campaign's time
   * @param realTime dates the vault's records
   * @param blocking where the journal may be read; logs failures
   */
  public HelpJobs(
      HelpService service,
      SupervisionService supervision,
      HelpRequests requests,
      Vault vault,
      Clock clock,
      Clock realTime,
      Executor blocking) {
    this.service = service;
    this.supervision = supervision;
    this.requests = requests;
    this.vault = vault;
    this.clock = clock;
    this.realTime = realTime;
    this.blocking = blocking;
  }

  /** Events were committed: a check-in among them may be the answer to a request. */
  public void noticed(List<Appended> committed) {
    for (Appended appended : committed) {
      CheckInLookup.Answer answer = CheckInLookup.answer(appended.stored());
      if (answer != null) {
        blocking.execute(() -> service.answered(answer, clock.instant()));
      }
    }
  }

  /**
   * Starts closing and erasing.
   *
   * @param sure whether the clock is reliable; an unreliable one erases nothing
   */
  public void watch(Schedule schedule, BooleanSupplier sure) {
    var _ = schedule.every("answered help requests", CLOSE, this::closeAnswered);
    byTime(sure)
        .forEach((what, work) -> {
          var _ = schedule.every(what, FIRST_ERASING, ERASE, work);
        });
  }

  /** Work that can't be taken back and hangs on the time, by name: idle while that is not sure. */
  Map<String, Runnable> byTime(BooleanSupplier sure) {
    return Map.of(
        "contacts of nobody", onlyIf(sure, this::eraseOrphans),
        "requests nobody helped", onlyIf(sure, this::expireOld),
        "contacts of old requests", onlyIf(sure, this::eraseOver));
  }

  private static Runnable onlyIf(BooleanSupplier sure, Runnable work) {
    return () -> {
      if (sure.getAsBoolean()) {
        work.run();
      }
    };
  }

  /** Closes answered requests that are still open. Blocks. */
  public void closeAnswered() {
    for (Versioned<HelpRequest> request : requests.unfinished()) {
      if (request.known().stage() instanceof Claimed) {
        service.closeIfAnswered(request.known(), clock.instant());
      }
    }
  }

  /** Ends requests that have waited for too long, and erases their contacts. Blocks. */
  public void expireOld() {
    int ended = supervision.expireOld(clock.instant());
    if (ended > 0) {
      log.info("ended {} help requests that waited too long", ended);
    }
  }

  /** Erases the contacts of requests that have been over for long enough. Blocks. */
  public void eraseOver() {
    int erased = supervision.eraseOver(clock.instant());
    if (erased > 0) {
      log.info("erased {} contacts whose time was up", erased);
    }
  }

  /** Erases contacts that no request refers to. Blocks. */
  public void eraseOrphans() {
    Instant before = realTime.instant().minus(ORPHAN_AGE);
    List<String> candidates =
        vault.keptBefore(before).stream().filter(HelpContacts::isRef).toList();
    // Only now: a request that was made meanwhile has touched its record.
    requests.repository().resync();
    int erased = vault.eraseOrphans(candidates, requests.contacts(), before);
    if (erased > 0) {
      log.warn("erased {} contacts whose request never came to be", erased);
    }
  }
}
