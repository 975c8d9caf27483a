package vn.gocua.engine.help;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.help.HelpRequest.Status;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.vault.Vault;

/** Keeps this node's memory of help requests true to the journal, and mends what a crash left. */
public final class HelpKeeper {
  private static final Logger log = LoggerFactory.getLogger(HelpKeeper.class);
  private static final Duration HEAL = Duration.ofSeconds(15);
  private static final Duration FIRST_ERASING = Duration.ofMinutes(1);
  private static final Duration ERASE = Duration.ofMinutes(30);

  /** No request is so long under way between the vault and the journal. */
  private static final Duration ORPHAN_AGE = Duration.ofHours(1);

  private final HelpDesk desk;
  private final HelpSupervision supervision;
  private final Duration retention;
  private final HelpIndex index;
  private final Vault vault;
  private final Clock clock;
  private final Clock realTime;
  private final Executor blocking;

  /**
   * @param retention how long contacts are kept after the end of a request
   * @param clock the campaign's time
   * @param realTime by which the vault dates its records
   * @param blocking where the journal may be read
   */
  public HelpKeeper(
      HelpDesk desk,
      HelpSupervision supervision,
      Duration retention,
      HelpIndex index,
      Vault vault,
      Clock clock,
      Clock realTime,
      Executor blocking) {
    this.desk = desk;
    this.supervision = supervision;
    this.retention = retention;
    this.index = index;
    this.vault = vault;
    this.clock = clock;
    this.realTime = realTime;
    this.blocking = blocking;
  }

  /** Reads every request there is. Blocks. */
  public void warm() {
    desk.codes().forEach(desk::refresh);
  }

  /** A request has changed, on this node or another. */
  public void take(String code) {
    blocking.execute(guarded(() -> desk.refresh(code)));
  }

  /** Events were committed: a check-in among them may be the answer to a request. */
  public void noticed(List<Appended> committed) {
    for (Appended appended : committed) {
      CheckInLookup.Answer answer = CheckInLookup.answer(appended.stored());
      if (answer != null) {
        blocking.execute(guarded(() -> desk.answered(answer, clock.instant())));
      }
    }
  }

  /**
   * Begins to heal every few seconds, and to erase now and then what is not to be kept.
   *
   * @param sure whether the clock is to be relied on: nothing is erased by one that may be wrong
   */
  public void watch(Schedule schedule, BooleanSupplier sure) {
    var _ = schedule.every("help requests", HEAL, this::heal);
    var _ =
        schedule.every(
            "contacts of nobody", FIRST_ERASING, ERASE, () -> onlyIf(sure, this::eraseOrphans));
    var _ =
        schedule.every(
            "contacts of old requests", FIRST_ERASING, ERASE, () -> onlyIf(sure, this::eraseOver));
  }

  private static void onlyIf(BooleanSupplier sure, Runnable work) {
    if (sure.getAsBoolean()) {
      work.run();
    }
  }

  /** Reads what may have changed unheard, and closes what was answered. Blocks. */
  public void heal() {
    readUnheardOf();
    for (HelpRequest request : index.unfinished()) {
      desk.refresh(request.code());
    }
    for (HelpRequest request : index.unfinished()) {
      if (request.status() == Status.CLAIMED) {
        desk.closeIfAnswered(request, clock.instant());
      }
    }
  }

  /** Erases the contacts of requests that have been over for long enough. Blocks. */
  public void eraseOver() {
    int erased = supervision.eraseOver(retention, clock.instant());
    if (erased > 0) {
      log.info("erased {} contacts whose time was up", erased);
    }
  }

  private void readUnheardOf() {
    Set<String> unread = new HashSet<>(desk.codes());
    unread.removeAll(index.codes());
    unread.forEach(desk::refresh);
  }

  /** Erases contacts that no request refers to. Blocks. */
  public void eraseOrphans() {
    Instant before = realTime.instant().minus(ORPHAN_AGE);
    List<String> candidates = vault.keptBefore(before).stream().filter(Contacts::isRef).toList();
    // Only now: a request that was made meanwhile has touched its record.
    readUnheardOf();
    int erased = vault.eraseOrphans(candidates, index.contacts(), before);
    if (erased > 0) {
      log.warn("erased {} contacts whose request never came to be", erased);
    }
  }

  private static Runnable guarded(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        log.warn("a watch over the help requests failed and will be tried again", e);
      }
    };
  }
}
