package vn.gocua.engine;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import vn.gocua.engine.access.Access;
import vn.gocua.engine.access.activity.DeviceActivities;
import vn.gocua.engine.access.quota.PhoneQuota;
import vn.gocua.engine.board.Board;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.checkin.CheckInHistory;
import vn.gocua.engine.checkin.CheckInService;
import vn.gocua.engine.checkin.VoidService;
import vn.gocua.engine.clock.EngineClock;
import vn.gocua.engine.cluster.ClusterNodes;
import vn.gocua.engine.feature.Feature;
import vn.gocua.engine.http.Gathering;
import vn.gocua.engine.http.Health;
import vn.gocua.engine.monitoring.Metrics;

/** What the routes need, wired once and shared by every event loop. */
final class Desks {
  private final Campaign campaign;
  private final Clock clock;
  private final Board board;
  private final CheckInService checkIns;
  private final VoidService voids;
  private final CheckInHistory history;
  private final Access access;
  private final DeviceActivities activities;
  private final PhoneQuota quota;
  private final List<Feature> features;
  private final ClusterNodes nodes;
  private final Metrics metrics;
  private final Gathering gathering = new Gathering();
  private final Health health;
  private final EngineClock engineClock;
  private final Executor executor;

  /**
   * @param clock the campaign's time
   * @param engineClock what the engine's clock is worth
   * @param executor where handlers may block
   */
  Desks(
      Campaign campaign,
      Clock clock,
      Board board,
      CheckInService checkIns,
      VoidService voids,
      CheckInHistory history,
      Access access,
      DeviceActivities activities,
      PhoneQuota quota,
      List<Feature> features,
      ClusterNodes nodes,
      Metrics metrics,
      Health health,
      EngineClock engineClock,
      Executor executor) {
    this.campaign = campaign;
    this.clock = clock;
    this.board = board;
    this.checkIns = checkIns;
    this.voids = voids;
    this.history = history;
    this.access = access;
    this.activities = activities;
    this.quota = quota;
    this.features = features;
    this.nodes = nodes;
    this.metrics = metrics;
    this.health = health;
    this.engineClock = engineClock;
    this.executor = executor;
  }

  /** Where bodies of requests are gathered, on all event loops. */
  Gathering gathering() {
    return gathering;
  }

  /** Where handlers may block. */
  Executor executor() {
    return executor;
  }

  Campaign campaign() {
    return campaign;
  }

  Clock clock() {
    return clock;
  }

  Board board() {
    return board;
  }

  CheckInService checkIns() {
    return checkIns;
  }

  VoidService voids() {
    return voids;
  }

  CheckInHistory history() {
    return history;
  }

  Access access() {
    return access;
  }

  DeviceActivities activities() {
    return activities;
  }

  PhoneQuota quota() {
    return quota;
  }

  List<Feature> features() {
    return features;
  }

  ClusterNodes nodes() {
    return nodes;
  }

  Metrics metrics() {
    return metrics;
  }

  EngineClock engineClock() {
    return engineClock;
  }

  Health health() {
    return health;
  }
}
