package vn.gocua.kiosk.resident.shell;

import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.feed.EngineFeed;
import vn.gocua.kiosk.feed.FeedState.Signal;
import vn.gocua.kiosk.feed.FeedState.Snapshot;
import vn.gocua.kiosk.resident.api.EngineAccess;
import vn.gocua.kiosk.resident.content.ContentCache;
import vn.gocua.kiosk.settings.Printers;
import vn.gocua.protocol.campaign.CampaignInfo;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;

/**
 * What all pages of all screens stand on.
 *
 * @param access to the engine
 * @param shelf what is there also while the engine is away
 * @param publicUrl what phones can reach; QR codes are built from it
 * @param printers which screens can print a slip
 */
public record KioskContext(
    EngineFeed feed,
    EngineAccess access,
    ContentCache shelf,
    Schedule schedule,
    InstantSource clock,
    URI publicUrl,
    Printers printers) {

  public EngineApi engine() {
    return access.api();
  }

  /** In whose name the engine is asked. */
  public Caller caller(Locale locale) {
    return access.caller(locale);
  }

  /** The campaign as last heard; null until the engine was heard once. */
  public @Nullable CampaignInfo campaign() {
    Snapshot picture = feed.state().picture();
    return picture == null ? null : picture.campaign();
  }

  /** Whether the engine can be spoken to now. */
  public boolean engineIsThere() {
    return feed.state().signal() == Signal.LIVE;
  }
}
