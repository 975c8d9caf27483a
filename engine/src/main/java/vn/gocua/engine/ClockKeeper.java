package vn.gocua.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.engine.access.Access;
import vn.gocua.engine.access.Device;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.CheckInEvents;
import vn.gocua.engine.checkin.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.TallyKey;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.clock.Reading;
import vn.gocua.engine.clock.Reading.State;
import vn.gocua.engine.config.PrivateFile;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.journal.Appended;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.metrics.Metrics;

/** Has the engine's clock watched over, and says on every board when it must be wrong. */
final class ClockKeeper {
  private static final Logger log = LoggerFactory.getLogger(ClockKeeper.class);
  private static final long LOOK_SECONDS = 1;
  private static final Duration KEEP_EVERY = Duration.ofMinutes(1);

  /** Beside the embedded journal: when this node's clock was last seen. */
  private static final String FILE = "clock.seen";

  /** Days of the journal, the latest, that are asked what has passed. */
  private static final int DAYS = 7;

  private final EngineClock engineClock;
  private final Clock clock;
  private final Path file;
  private final Board board;
  private final Runnable changed;
  private final AtomicInteger phones = new AtomicInteger();
  private State state = State.SURE;
  private Duration told = Duration.ZERO;
  private Instant kept = Instant.EPOCH;

  /**
   * @param changed told when the boards have something else to say
   */
  ClockKeeper(Settings settings, Board board, Runnable changed) {
    this.clock = settings.clock();
    this.file = settings.data().resolve(FILE);
    this.board = board;
    this.changed = changed;
    this.engineClock =
        settings.rehearsal()
            ? EngineClock.unwatched()
            : EngineClock.watching(clock, System::nanoTime);
  }

  EngineClock engineClock() {
    return engineClock;
  }

  /** Whether other phones could bear the clock out or contradict it. Does not block. */
  boolean severalPhones() {
    return phones.get() > 1;
  }

  /** Asks the journal, and the run before this one, what time has passed. Blocks. */
  void recall(Campaign campaign, Journal journal, Access access) {
    phones.set((int) access.devices(null).stream().filter(device -> !device.revoked()).count());
    List<TallyKey> keys =
        journal.streams(TallyKey.prefix(campaign.id())).stream().map(TallyKey::of).toList();
    List<LocalDate> latest =
        keys.stream()
            .map(TallyKey::date)
            .distinct()
            .sorted((a, b) -> b.compareTo(a))
            .limit(DAYS)
            .toList();
    for (TallyKey key : keys) {
      if (latest.contains(key.date())) {
        journal.readStream(key.stream(), this::prove);
      }
    }
    try {
      if (Files.exists(file)) {
        engineClock.seenBefore(Instant.parse(Files.readString(file).strip()));
      }
    } catch (IOException | DateTimeException e) {
      log.warn("{} can't be read and is written anew", file, e);
    }
  }

  private void prove(Event event) {
    if (CheckInEvents.isRecorded(event)
        && CheckInEvents.fact(event) instanceof CheckInRecorded(var _, var receipt)
        && receipt.sentAt() != null) {
      engineClock.recalled(receipt.by(), receipt.sentAt(), receipt.receivedAt());
    }
  }

  /** Events were committed: another phone may be there, or one may be gone. */
  void noticed(List<Appended> committed) {
    for (Appended appended : committed) {
      if (appended instanceof Appended.New && Device.isEnrolment(appended.stored())) {
        phones.incrementAndGet();
      } else if (appended instanceof Appended.New && Device.isRevocation(appended.stored())) {
        phones.decrementAndGet();
      }
    }
  }

  /** Begins to look at the clock every second. */
  void watch(ScheduledExecutorService timer, Metrics metrics) {
    metrics.gauge(
        "gocua.clock.doubtful",
        "1 if this engine's clock must be wrong",
        () -> engineClock.isDoubtful() ? 1 : 0);
    metrics.gauge(
        "gocua.clock.lacking",
        "seconds that this engine's clock lacks by most phones; 0 if they agree with it",
        () -> {
          Duration lacking = engineClock.reading().lacking();
          return lacking == null
              ? 0
              : Math.toIntExact(
                  Math.clamp(lacking.toSeconds(), Integer.MIN_VALUE, Integer.MAX_VALUE));
        });
    look();
    var _ =
        timer.scheduleWithFixedDelay(
            BoardKeeper.guarded(timer, this::look), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    Reading reading = engineClock.reading();
    Duration lacking = reading.lacking() == null ? Duration.ZERO : reading.lacking();
    if (reading.state() == state
        && lacking.minus(told).abs().compareTo(EngineClock.TOLERANCE) <= 0) {
      keepSeen(reading);
      return;
    }
    boolean was = state == State.DOUBTFUL;
    state = reading.state();
    told = lacking;
    if (reading.isDoubtful()) {
      log.error(
          "this computer's clock must be wrong, by {} s: check-ins wait, nothing is erased by time;"
              + " set the clock, the engine then goes on by itself",
          reading.lacking() == null ? "an unknown number of" : lacking.toSeconds());
    } else if (was) {
      log.warn("this computer's clock is no longer contradicted");
    } else if (state == State.UNSURE) {
      log.warn("this computer's clock jumped or stood still: nothing is erased by time for now");
    }
    if (board.doubt(reading.isDoubtful(), reading.lacking())) {
      changed.run();
    }
  }

  /** Keeps when a clock was seen that nothing speaks against. */
  private void keepSeen(Reading reading) {
    Instant now = clock.instant();
    if (reading.state() != State.SURE
        || Duration.between(kept, now).abs().compareTo(KEEP_EVERY) < 0) {
      return;
    }
    kept = now;
    try {
      PrivateFile.replace(file, now.toString());
    } catch (IOException e) {
      log.debug("{} could not be written; tried again soon", file, e);
    }
  }
}
