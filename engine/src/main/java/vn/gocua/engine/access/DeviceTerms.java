package vn.gocua.engine.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.engine.access.state.AccessFact;
import vn.gocua.engine.access.state.AccessFact.DeviceEnded;
import vn.gocua.engine.access.state.AccessFact.DeviceTermBegun;
import vn.gocua.engine.access.state.AccessFact.DeviceUsed;
import vn.gocua.engine.access.state.Device;
import vn.gocua.engine.journal.JournalBusy;
import vn.gocua.engine.journal.JournalUnavailable;
import vn.gocua.engine.state.RememberedRepository;

/**
 * Terms of phones' tokens: a use extends one, and days of a running campaign without use end it.
 * Calls block.
 */
final class DeviceTerms {
  private static final Logger log = LoggerFactory.getLogger(DeviceTerms.class);

  private final RememberedRepository<AccessFact, Device> devices;
  private final Clock clock;
  private final Supplier<@Nullable LocalDate> runningDay;
  private final Consumer<String> ended;
  private final Executor beside;
  private final Set<String> beingRecorded = ConcurrentHashMap.newKeySet();

  /**
   * @param clock real time, also in a rehearsal
   * @param runningDay today's date by the campaign's clock; null if such days don't count now
   * @param ended receives the id of a phone whose token is no longer valid
   * @param beside where uses are recorded
   */
  DeviceTerms(
      RememberedRepository<AccessFact, Device> devices,
      Clock clock,
      Supplier<@Nullable LocalDate> runningDay,
      Consumer<String> ended,
      Executor beside) {
    this.devices = devices;
    this.clock = clock;
    this.runningDay = runningDay;
    this.ended = ended;
    this.beside = beside;
  }

  /** A phone with the right secret came: records its use once a day, or its end. */
  Device use(Device device) {
    LocalDate today = runningDay.get();
    if (today == null || device.isOver()) {
      return device;
    }
    if (device.isTermOver(today)) {
      return end(device, today);
    }
    if (device.isNewsThatItIsUsed(today)) {
      used(device.device(), today);
    }
    return device;
  }

  /** Beside the request, which does not wait for it. A busy journal records the next use. */
  private void used(String id, LocalDate today) {
    if (!beingRecorded.add(id)) {
      return;
    }
    beside.execute(() -> {
      try {
        var _ =
            append(
                id,
                known ->
                    known.isNewsThatItIsUsed(today)
                        ? new DeviceUsed(today, clock.instant())
                        : null);
      } catch (JournalBusy | JournalUnavailable e) {
        log.debug("the use of a phone is not on record yet: {}", e.getMessage());
      } finally {
        beingRecorded.remove(id);
      }
    });
  }

  private Device end(Device device, LocalDate today) {
    Device after =
        append(
            device.device(),
            known -> known.isTermOver(today) ? new DeviceEnded("unused", clock.instant()) : null);
    ended.accept(device.device());
    return Objects.requireNonNullElse(after, device);
  }

  /**
   * Ends the tokens of phones whose term has passed, and begins the terms that have not begun. Does
   * nothing unless the campaign runs and the clock is reliable.
   */
  void settle() {
    LocalDate today = runningDay.get();
    if (today == null) {
      return;
    }
    for (Device device : devices.all()) {
      if (!device.isOver() && device.usedOn() == null) {
        begin(device.device(), today);
      } else if (!device.isOver() && device.isTermOver(today)) {
        var _ = end(device, today);
      }
    }
  }

  private void begin(String id, LocalDate today) {
    var _ =
        append(
            id,
            known -> known.usedOn() == null ? new DeviceTermBegun(today, clock.instant()) : null);
  }

  /** Appends a fact of a phone whose token is valid. */
  private @Nullable Device append(String id, Function<Device, @Nullable AccessFact> decide) {
    return devices
        .append(id, known -> known == null || known.isOver() ? null : decide.apply(known))
        .state();
  }
}
