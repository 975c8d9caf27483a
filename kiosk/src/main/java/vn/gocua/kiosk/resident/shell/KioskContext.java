package vn.gocua.kiosk.resident.shell;

import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.consent.ConsentTerms;
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
 * Parts that all pages of all screens share.
 *
 * @param access to the engine
 * @param content content cached for times without the engine
 * @param publicUrl the address that phones can reach, for QR codes
 * @param printers screens that can print a slip
 */
public record KioskContext(
    EngineFeed feed,
    EngineAccess access,
    ContentCache content,
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
    Snapshot snapshot = feed.state().snapshot();
    return snapshot == null ? null : snapshot.campaign();
  }

  /** What a consent names beside its own words. */
  public ConsentTerms terms() {
    CampaignInfo campaign = campaign();
    if (campaign == null) {
      return new ConsentTerms(null, null, null, 0, 0);
    }
    CampaignInfo.DataController controller = campaign.dataController();
    return new ConsentTerms(
        controller == null ? null : controller.name(),
        campaign.place(),
        controller == null ? null : controller.contact(),
        campaign.retentionDays(),
        campaign.expiryDays());
  }

  /** Whether no visit counts any more, so that no request is taken. */
  public boolean isOver() {
    Snapshot snapshot = feed.state().snapshot();
    return snapshot != null && snapshot.isOver();
  }

  /** Whether the engine is reachable now. */
  public boolean engineIsThere() {
    return feed.state().signal() == Signal.LIVE;
  }
}
