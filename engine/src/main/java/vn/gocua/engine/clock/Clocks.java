package vn.gocua.engine.clock;

import java.time.Clock;
import java.time.ZoneId;
import vn.gocua.engine.config.Settings;

/**
 * The engine's clocks.
 *
 * @param campaign the campaign's time; in a rehearsal it runs faster
 * @param real the machine's time, for people
 * @param trust judges the campaign's time; irreversible work waits until it is sure
 */
public record Clocks(Clock campaign, Clock real, EngineClock trust) {

  /** Those that the settings name. */
  public static Clocks of(Settings settings, Clock real, ZoneId zone) {
    Clock campaign = settings.clock();
    return new Clocks(
        campaign,
        real,
        settings.rehearsal()
            ? EngineClock.unwatched()
            : EngineClock.watching(campaign, System::nanoTime, zone));
  }
}
