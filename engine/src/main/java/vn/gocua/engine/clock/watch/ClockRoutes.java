package vn.gocua.engine.clock.watch;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.journal.IsoInstant;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.campaign.CampaignEndpoints;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.campaign.ClockReading;
import vn.gocua.protocol.campaign.ClockState;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** A leader's confirmation of the engine's clock. */
final class ClockRoutes {
  private final EngineClock engineClock;
  private final Clock clock;
  private final ZoneId zone;
  private final Supplier<String> word;
  private final Consumer<Instant> confirmed;

  /**
   * @param clock the campaign's time
   * @param word gives the clock's state
   * @param confirmed receives the confirmation
   */
  public ClockRoutes(
      EngineClock engineClock,
      Clock clock,
      ZoneId zone,
      Supplier<String> word,
      Consumer<Instant> confirmed) {
    this.engineClock = engineClock;
    this.clock = clock;
    this.zone = zone;
    this.word = word;
    this.confirmed = confirmed;
  }

  public void mount(Api api) {
    api.on(CampaignEndpoints.CONFIRM_CLOCK).may(Permission.CONFIRM_CLOCK).instant(this::confirm);
  }

  private ClockState confirm(Call<ClockReading> call) {
    Instant shown;
    try {
      shown = IsoInstant.parse(call.body().at());
    } catch (DateTimeException _) {
      throw Refusal.of(RequestReason.INVALID_TIME, "at");
    }
    if (!engineClock.confirm(shown)) {
      throw Refusal.of(CampaignReason.CLOCK_SHOWS_OTHERWISE);
    }
    confirmed.accept(shown);
    return new ClockState(clock.instant().atZone(zone).toOffsetDateTime(), word.get());
  }
}
