package vn.gocua.kiosk.desk.data;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.base.time.Schedule;
import vn.gocua.kiosk.desk.api.DeskEngine;
import vn.gocua.kiosk.desk.api.HelpRequests;
import vn.gocua.kiosk.desk.api.NotDone;
import vn.gocua.kiosk.feed.EngineClient.Event;
import vn.gocua.kiosk.feed.EngineClient.Events;
import vn.gocua.kiosk.feed.Wire;
import vn.gocua.protocol.client.UnreadableMessage;

/**
 * Help requests as the engine tells of them, once for all leaders who watch, in the name of one of
 * them. When it ends, for whatever reason, the next look opens it again.
 */
final class HelpRequestFeed {
  private static final Logger log = LoggerFactory.getLogger(HelpRequestFeed.class);

  /** The engine says something every 15 seconds. */
  private static final Duration SILENCE = Duration.ofSeconds(45);

  /** Those that are finished are no longer of interest. */
  private static final Set<String> UNFINISHED = Set.of("open", "claimed");

  private final DeskEngine engine;
  private final Schedule schedule;
  private final Consumer<List<HelpRequests.Row>> news;
  private final AtomicBoolean following = new AtomicBoolean();
  private volatile @Nullable Events open;
  private volatile boolean live;
  private volatile long heardAt;

  /**
   * @param schedule where the stream is read
   * @param news given all unfinished requests whenever one changes
   */
  HelpRequestFeed(DeskEngine engine, Schedule schedule, Consumer<List<HelpRequests.Row>> news) {
    this.engine = engine;
    this.schedule = schedule;
    this.news = news;
  }

  /** Whether what it last gave is what the engine knows. */
  boolean live() {
    return live;
  }

  /** Follows it if nobody does; ends a connection on which nothing is heard any more. */
  void follow(DeskEngine.Asker asker) {
    if (following.compareAndSet(false, true)) {
      schedule.execute(() -> read(asker));
    } else if (open != null && System.nanoTime() - heardAt > SILENCE.toNanos()) {
      stop();
    }
  }

  void stop() {
    Events ending = open;
    live = false;
    if (ending != null) {
      try {
        ending.close();
      } catch (IOException _) {
        // It is gone already.
      }
    }
  }

  private void read(DeskEngine.Asker asker) {
    heardAt = System.nanoTime();
    try (Events events =
        engine.events(asker, "/api/v1/help-requests/stream", () -> heardAt = System.nanoTime())) {
      open = events;
      Map<String, HelpRequests.Row> known = new LinkedHashMap<>();
      for (Event event = events.next(); event != null; event = events.next()) {
        if (changed(known, event)) {
          news.accept(List.copyOf(known.values()));
          live = true;
        }
      }
    } catch (IOException | NotDone e) {
      log.debug("the stream of help requests ended: {}", e.getMessage());
    } finally {
      open = null;
      live = false;
      following.set(false);
    }
  }

  private static boolean changed(Map<String, HelpRequests.Row> known, Event event)
      throws UnreadableMessage {
    if (event.name().equals("requests")) {
      HelpRequests all = Wire.read(event.data(), HelpRequests.class);
      known.clear();
      all.helpRequests().forEach(row -> keep(known, row));
      return true;
    }
    if (event.name().equals("request")) {
      keep(known, Wire.read(event.data(), HelpRequests.Row.class));
      return true;
    }
    return false;
  }

  private static void keep(Map<String, HelpRequests.Row> known, HelpRequests.Row row) {
    if (UNFINISHED.contains(row.status())) {
      known.put(row.code(), row);
    } else {
      known.remove(row.code());
    }
  }
}
