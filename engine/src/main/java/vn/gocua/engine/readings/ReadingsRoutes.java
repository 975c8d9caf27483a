package vn.gocua.engine.readings;

import java.time.Instant;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.config.ReadingLimits;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.vault.AccessLog;
import vn.gocua.engine.vault.ReaderStanding;
import vn.gocua.protocol.reading.ContactReadings;
import vn.gocua.protocol.reading.ReadingEndpoints;

/** Who came near the limits of reading, over HTTP, for leaders. */
final class ReadingsRoutes {
  private final Campaign campaign;
  private final AccessLog readings;

  ReadingsRoutes(Campaign campaign, AccessLog readings) {
    this.campaign = campaign;
    this.readings = readings;
  }

  void mount(Api api) {
    api.on(ReadingEndpoints.READINGS)
        .may(Permission.ACKNOWLEDGE_ALERTS)
        .instant(call -> view(call.now()));
  }

  private ContactReadings view(Instant now) {
    ReadingLimits limits = readings.limits();
    return new ContactReadings(
        new ContactReadings.Limits(
            limits.phoneHour(), limits.phoneDay(), limits.leaderHour(), limits.leaderDay()),
        readings.standings(now).stream().map(this::row).toList());
  }

  private ContactReadings.Reader row(ReaderStanding standing) {
    return new ContactReadings.Reader(
        standing.by(),
        standing.team(),
        standing.lastHour(),
        standing.lastDay(),
        standing.full(),
        campaign.local(standing.since()));
  }
}
