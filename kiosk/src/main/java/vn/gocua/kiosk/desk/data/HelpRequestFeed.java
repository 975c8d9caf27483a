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
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.Caller;
import vn.gocua.protocol.client.EngineApi;
import vn.gocua.protocol.client.SseEvent;
import vn.gocua.protocol.client.SseReader;
import vn.gocua.protocol.client.UnreadableMessage;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.HelpRequestList;

/**
 * The engine's stream of help requests, once for all watching leaders, in the name of one of them.
 * A poll reopens an ended stream.
 */
final class HelpRequestFeed {
  private static final Logger log = LoggerFactory.getLogger(HelpRequestFeed.class);

  /** The engine sends something every 15 seconds. */
  private static final Duration SILENCE = Duration.ofSeconds(45);

  /** Those that are finished are no longer of interest. */
  private static final Set<String> UNFINISHED = Set.of("open", "claimed");

  private final EngineApi engine;
  private final Schedule schedule;
  private final Consumer<List<HelpRequestList.Row>> news;
  private final AtomicBoolean following = new AtomicBoolean();
  private volatile @Nullable SseReader open;
  private volatile boolean live;

  /**
   * @param schedule where the stream is read
   * @param news given all unfinished requests whenever one changes
   */
  HelpRequestFeed(EngineApi engine, Schedule schedule, Consumer<List<HelpRequestList.Row>> news) {
    this.engine = engine;
    this.schedule = schedule;
    this.news = news;
  }

  /** Whether the requests are up to date. */
  boolean live() {
    return live;
  }

  /** Opens the stream if there is none, and ends a silent one. */
  void follow(Caller caller) {
    if (following.compareAndSet(false, true)) {
      schedule.execute(() -> read(caller));
    } else if (isSilent()) {
      stop();
    }
  }

  private boolean isSilent() {
    SseReader followed = open;
    return followed != null && followed.silence().compareTo(SILENCE) > 0;
  }

  void stop() {
    SseReader ending = open;
    live = false;
    if (ending != null) {
      try {
        ending.close();
      } catch (IOException _) {
        // Gone already.
      }
    }
  }

  private void read(Caller caller) {
    try (SseReader events = engine.follow(caller, HelpEndpoints.STREAM, "", () -> {})) {
      open = events;
      Map<String, HelpRequestList.Row> known = new LinkedHashMap<>();
      for (SseEvent event = events.next(); event != null; event = events.next()) {
        if (changed(known, event)) {
          news.accept(List.copyOf(known.values()));
          live = true;
        }
      }
    } catch (IOException | ApiRefusal e) {
      log.debug("the stream of help requests ended: {}", e.getMessage());
    } finally {
      open = null;
      live = false;
      following.set(false);
    }
  }

  private static boolean changed(Map<String, HelpRequestList.Row> known, SseEvent event)
      throws UnreadableMessage {
    if (event.name().equals("requests")) {
      HelpRequestList all = event.read(HelpRequestList.class);
      known.clear();
      all.helpRequests().forEach(row -> keep(known, row));
      return true;
    }
    if (event.name().equals("request")) {
      keep(known, event.read(HelpRequestList.Row.class));
      return true;
    }
    return false;
  }

  private static void keep(Map<String, HelpRequestList.Row> known, HelpRequestList.Row row) {
    if (UNFINISHED.contains(row.status())) {
      known.put(row.code(), row);
    } else {
      known.remove(row.code());
    }
  }
}
