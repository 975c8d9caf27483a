package vn.gocua.kiosk.desk.data;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.time.Pacer;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.access.DeviceList;
import vn.gocua.protocol.board.AcknowledgedAlerts;
import vn.gocua.protocol.board.AlertEndpoints;
import vn.gocua.protocol.campaign.TrainingEndpoints;
import vn.gocua.protocol.campaign.TrainingInfo;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.protocol.client.Query;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.HelpRequestList;
import vn.gocua.protocol.reading.ContactReadings;
import vn.gocua.protocol.reading.ReadingEndpoints;

/**
 * Polls the engine for data beside the board, once for all watching leaders; help requests come as
 * a stream. Each query uses the next leader's session in turn, so that an ended session is noticed.
 */
public final class DeskPoller {
  static final Duration PERIOD = Duration.ofSeconds(3);

  /** Devices are polled less often: there may be hundreds, and they change seldom. */
  private static final int DEVICES_EVERY = 5;

  private static final Logger log = LoggerFactory.getLogger(DeskPoller.class);

  private final EngineApi engine;
  private final HelpRequestFeed stream;
  private final ArrayDeque<DeskSession> watching = new ArrayDeque<>();
  private final Schedule schedule;
  private final Pacer pacer;
  private volatile DeskData data = DeskData.UNKNOWN;
  private final AtomicInteger round = new AtomicInteger();

  public DeskPoller(EngineApi engine, Schedule schedule) {
    this.engine = engine;
    this.stream = new HelpRequestFeed(engine, schedule, this::heard);
    this.schedule = schedule;
    this.pacer = new Pacer(schedule::after, Duration.ZERO, this::ask);
    var _ = schedule.every("what leaders watch", PERIOD, pacer::request);
  }

  /** The present data. */
  public DeskData data() {
    return data;
  }

  /** Polls for a session until the returned work is run. */
  public Runnable watch(DeskSession session) {
    boolean first;
    synchronized (watching) {
      first = watching.isEmpty();
      watching.addFirst(session);
    }
    if (first) {
      round.set(0);
      pacer.request();
    }
    return () -> {
      synchronized (watching) {
        watching.removeFirstOccurrence(session);
      }
    };
  }

  /** Polls again soon, after an action that changes the data. */
  public void refresh() {
    round.set(0);
    pacer.request();
  }

  /** Tries all sessions after a change of accounts, so that an ended one is noticed at once. */
  public void tryAll() {
    List<DeskSession> all;
    synchronized (watching) {
      all = watching.stream().distinct().toList();
    }
    all.forEach(session -> schedule.execute(() -> tryOut(session)));
  }

  private void tryOut(DeskSession session) {
    try {
      var _ = engine.call(session.caller(), AccessEndpoints.WHO_AM_I);
    } catch (ApiRefusal e) {
      if (e.signedOut()) {
        session.end();
      }
    }
  }

  private @Nullable DeskSession next() {
    synchronized (watching) {
      DeskSession next = watching.pollFirst();
      if (next != null) {
        watching.addLast(next);
      }
      return next;
    }
  }

  /** One whose session has ended does not keep the others waiting for what they want to see. */
  private void ask() {
    DeskSession session = next();
    for (int others = size(); session != null && !ask(session) && others > 1; others--) {
      session = next();
    }
    if (session == null) {
      stream.stop();
    }
  }

  private int size() {
    synchronized (watching) {
      return watching.size();
    }
  }

  /** Asks by a session; false if it has ended. */
  private boolean ask(DeskSession session) {
    try {
      stream.follow(session.caller());
      boolean all = round.getAndIncrement() % DEVICES_EVERY == 0;
      DeskData before = data;
      List<DeviceList.Row> devices =
          all ? engine.call(session.caller(), AccessEndpoints.DEVICES).devices() : before.devices();
      TrainingInfo training =
          all ? engine.call(session.caller(), TrainingEndpoints.READ) : before.training();
      ContactReadings readings = engine.call(session.caller(), ReadingEndpoints.READINGS);
      Map<String, AcknowledgedAlerts.Row> acknowledged =
          engine.call(session.caller(), AlertEndpoints.READ).acknowledgements().stream()
              .collect(
                  Collectors.toUnmodifiableMap(AcknowledgedAlerts.Row::key, Function.identity()));
      @Nullable List<HelpRequestList.Row> requests = stream.live() ? null : requests(session);
      change(was ->
          new DeskData(
              true,
              requests == null ? was.requests() : requests,
              devices,
              training,
              readings,
              acknowledged));
    } catch (ApiRefusal e) {
      round.set(0); // What somebody has just changed is still to be asked for.
      if (e.signedOut()) {
        session.end();
        return false;
      }
      log.debug("the engine did not tell what leaders watch: {}", e.getMessage());
    }
    return true;
  }

  /** Help requests by polling, while there is no stream. */
  private List<HelpRequestList.Row> requests(DeskSession session) {
    return engine
        .call(session.caller(), HelpEndpoints.READ, Query.of("status", "open"))
        .helpRequests();
  }

  private void heard(List<HelpRequestList.Row> requests) {
    change(was ->
        new DeskData(
            was.known(),
            requests,
            was.devices(),
            was.training(),
            was.readings(),
            was.acknowledged()));
  }

  private synchronized void change(UnaryOperator<DeskData> by) {
    DeskData now = by.apply(data);
    if (!now.equals(data)) {
      data = now;
    }
  }
}
