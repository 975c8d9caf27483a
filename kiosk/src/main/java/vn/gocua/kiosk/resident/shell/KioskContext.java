package vn.gocua.kiosk.resident.shell;

import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.feed.Campaign;
import vn.gocua.kiosk.feed.EngineFeed;
import vn.gocua.kiosk.feed.FeedState.Signal;
import vn.gocua.kiosk.feed.FeedState.Snapshot;
import vn.gocua.kiosk.resident.api.KioskApi;
import vn.gocua.kiosk.resident.content.ContentCache;
import vn.gocua.kiosk.settings.Printers;

/**
 * What all pages of all screens stand on.
 *
 * @param shelf what is there also while the engine is away
 * @param publicUrl what phones can reach; QR codes are built from it
 * @param printers which screens can print a slip
 */
public record KioskContext(
    EngineFeed feed,
    KioskApi engine,
    ContentCache shelf,
    Schedule schedule,
    InstantSource clock,
    URI publicUrl,
    Printers printers) {

  /** The campaign as last heard; null until the engine was heard once. */
  public @Nullable Campaign campaign() {
    Snapshot picture = feed.state().picture();
    return picture == null ? null : picture.campaign();
  }

  /** Whether the engine can be spoken to now. */
  public boolean engineIsThere() {
    return feed.state().signal() == Signal.LIVE;
  }
}
