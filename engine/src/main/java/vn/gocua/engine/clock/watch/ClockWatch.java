package vn.gocua.engine.clock.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.file.PrivateFile;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.Belief;
import vn.gocua.engine.checkin.event.CheckInEvents;
import vn.gocua.engine.checkin.event.CheckInFact.CheckInRecorded;
import vn.gocua.engine.checkin.event.TallyKey;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.clock.Reading;
import vn.gocua.engine.clock.Reading.Dissent;
import vn.gocua.engine.clock.Reading.State;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.journal.Journal;
import vn.gocua.protocol.board.BoardMessage.Contrary;
import vn.gocua.protocol.board.BoardMessage.Doubt;

/** Watches the engine's clock and warns on every board when it is wrong. */
final class ClockWatch {
  private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration KEEP_EVERY = Duration.ofMinutes(1);

  /** Beside the embedded journal: when this node's clock was last seen. */
  private static final String FILE = "clock.seen";

  /** The latest days of the journal that are read for proof. */
  private static final int DAYS = 7;

  /** The engine's clock is believed; phones are not. */
  private static final String PHONES = "phones";

  /** Number of contradicting phones that a board shows. */
  private static final int TOLD_PHONES = 5;

  private final EngineClock engineClock;
  private final Clock clock;
  private final Path file;
  private final Board board;
  private volatile IntSupplier phones = () -> 0;
  private final Belief belief;
  private State state = State.SURE;
  private @Nullable Doubt told;
  private Instant kept = Instant.EPOCH;

  ClockWatch(Settings settings, EngineClock engineClock, Campaign campaign, Board board) {
    this.clock = settings.clock();
    this.file = settings.data().resolve(FILE);
    this.board = board;
    this.engineClock = engineClock;
    this.belief = new Belief(campaign, this::severalPhones);
  }

  /** Whether there are other phones to confirm or contradict the clock. Does not block. */
  boolean severalPhones() {
    return phones.getAsInt() > 1;
  }

  /**
   * Reads the proved time from the journal and the run before. Blocks.
   *
   * @param activePhones gives the number of enrolled phones; must not block
   */
  void recall(Campaign campaign, Journal journal, IntSupplier activePhones) {
    phones = activePhones;
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
        && CheckInEvents.fact(event) instanceof CheckInRecorded(var _, var reception)
        && reception.sentAt() != null) {
      engineClock.recalled(reception.by(), reception.sentAt(), reception.receivedAt());
    }
  }

  /** Begins to look at the clock every second. */
  void watch(Schedule schedule) {
    poll();
    var _ = schedule.every("clock", POLL, this::poll);
  }

  /** The clock's state: ok, off, unsure or doubtful. Does not block. */
  String word() {
    Doubt doubt = doubt(engineClock.reading());
    return doubt == null || doubt.state().equals(PHONES) ? "ok" : doubt.state();
  }

  /** The present doubt about a clock; null if there is none. */
  private @Nullable Doubt doubt(Reading reading) {
    Instant now = clock.instant();
    List<Dissent> contesting =
        reading.lacking() == null ? belief.contesting(reading, now) : reading.dissent();
    if (reading.state() != State.SURE || !contesting.isEmpty()) {
      List<Duration> others = reading.others();
      Duration lacking = !others.isEmpty() ? others.getFirst() : contesting.getFirst().lacking();
      boolean known = !reading.isDoubtful() || reading.lacking() != null;
      String word =
          switch (reading.state()) {
            case DOUBTFUL -> "doubtful";
            case OFF -> "off";
            case UNSURE, SURE -> "unsure";
          };
      return new Doubt(word, known ? (Long) lacking.toSeconds() : null, contrary(contesting));
    }
    List<Contrary> disbelieved = contrary(belief.disbelieved(reading, now));
    return disbelieved.isEmpty() ? null : new Doubt(PHONES, null, disbelieved);
  }

  /** The first of them, each team once. */
  private static List<Contrary> contrary(List<Dissent> dissent) {
    Map<String, Contrary> byTeam = new LinkedHashMap<>();
    for (Dissent each : dissent) {
      if (byTeam.size() < TOLD_PHONES) {
        byTeam.putIfAbsent(each.team(), new Contrary(each.team(), each.lacking().toSeconds()));
      }
    }
    return List.copyOf(byTeam.values());
  }

  /** Whether two doubts differ by clock drift only, which is not worth another board. */
  private static boolean isSame(@Nullable Doubt one, @Nullable Doubt other) {
    if (one == null || other == null || !one.state().equals(other.state())) {
      return one == null && other == null;
    }
    List<Contrary> ones = one.phones();
    List<Contrary> others = other.phones();
    return isNear(one.lackingSeconds(), other.lackingSeconds())
        && ones.size() == others.size()
        && IntStream.range(0, ones.size())
            .allMatch(i ->
                ones.get(i).team().equals(others.get(i).team())
                    && isNear(ones.get(i).lackingSeconds(), others.get(i).lackingSeconds()));
  }

  private static boolean isNear(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return Objects.equals(one, other);
    }
    return Math.abs(one - other) <= EngineClock.TOLERANCE.toSeconds();
  }

  private void poll() {
    Reading reading = engineClock.reading();
    Doubt doubt = doubt(reading);
    if (reading.state() == state && isSame(doubt, told)) {
      keepSeen(reading);
      return;
    }
    State was = state;
    state = reading.state();
    told = doubt;
    Duration lacking = reading.lacking();
    if (state == State.DOUBTFUL) {
      log.error(
          "this computer's clock must be wrong, by {} s: check-ins wait, nothing is erased by time;"
              + " set the clock, the engine then goes on by itself",
          lacking == null ? "an unknown number of" : lacking.toSeconds());
    } else if (state == State.OFF) {
      log.warn("this computer's clock must be wrong, but the day is right: set the clock");
    } else if (was == State.DOUBTFUL || was == State.OFF) {
      log.warn("this computer's clock is no longer contradicted");
    } else if (state == State.UNSURE) {
      log.warn("this computer's clock jumped or stood still: nothing is erased by time for now");
    }
    if (board.doubt(doubt)) {
      board.changed();
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
