package vn.gocua.kiosk.desk.live;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.kiosk.desk.access.DeskSession;

/**
 * One open page of the desk and its connection. At most one message is in progress. A slow page
 * gets everything again when it can; a hidden page gets no figures until it is visible.
 */
@SuppressWarnings("ReferenceEquality") // A connection is itself, however alike another may be.
public final class LiveClient {
  /**
   * Longest time between two messages (at the next second), so that a page knows the connection is
   * alive.
   */
  static final Duration HEARTBEAT = Duration.ofMillis(1_400);

  /** Ways between here and the browser must not think that the connection is forgotten. */
  static final Duration HEARTBEAT_HIDDEN = Duration.ofSeconds(20);

  /** A network that has not taken a message for so long is gone. */
  static final Duration STUCK = Duration.ofSeconds(10);

  private static final String NOTHING_NEW = "{}";

  private final String id;
  private final DeskSession session;
  private final LiveChannel room;
  private final LongSupplier nanos;
  private @Nullable LiveLine line;
  private Runnable seen = () -> {};
  private boolean figures;
  private boolean hidden;
  private boolean sending;
  private boolean behind;
  private long sentAt;

  LiveClient(String id, DeskSession session, LiveChannel room, LongSupplier nanos) {
    this.id = id;
    this.session = session;
    this.room = room;
    this.nanos = nanos;
  }

  /** By which the browser names it when it connects. */
  public String id() {
    return id;
  }

  boolean isOf(@Nullable DeskSession other) {
    return session == other;
  }

  /** Sets whether the page shows figures, or only the connection's state. */
  public synchronized void figures(boolean shown) {
    figures = shown;
  }

  /** Runs whenever the page becomes visible again. */
  public synchronized void whenSeen(Runnable then) {
    seen = then;
  }

  /** Whether the browser is connected; if not, updates must go another way. */
  public synchronized boolean connected() {
    return line != null;
  }

  /** Whether the page is open but hidden. */
  public synchronized boolean hidden() {
    return line != null && hidden;
  }

  /** The browser has connected; an older connection of the same page is of no more use. */
  public void connect(LiveLine opened) {
    LiveLine before;
    synchronized (this) {
      before = line;
      line = opened;
      hidden = false;
      sending = false;
      behind = false;
    }
    if (before != null) {
      before.close();
    }
    sendAll();
  }

  /** The connection has ended. */
  public synchronized void disconnect(LiveLine ended) {
    if (line == ended) {
      line = null;
    }
  }

  /** The page is closed for good. */
  void hangUp() {
    LiveLine open;
    synchronized (this) {
      open = line;
      line = null;
    }
    if (open != null) {
      open.close();
    }
  }

  /**
   * Receives the browser's message: {@code 0} hidden, {@code 1} visible, {@code ?} a message was
   * missed.
   */
  public void said(String word) {
    Runnable then = () -> {};
    synchronized (this) {
      switch (word) {
        case "0" -> hidden = true;
        case "1" -> {
          hidden = false;
          then = seen;
        }
        case "?" -> {}
        default -> {
          return;
        }
      }
      if (hidden) {
        return;
      }
    }
    sendAll();
    then.run();
  }

  private void sendAll() {
    boolean wanted;
    synchronized (this) {
      wanted = figures;
    }
    send(wanted ? room.all() : NOTHING_NEW);
  }

  /** Figures that have changed. */
  synchronized void push(String message) {
    if (figures && !hidden) {
      send(message);
    }
  }

  /** Sends a heartbeat, unless something else was sent recently. */
  void heartbeat() {
    LiveLine gone = null;
    synchronized (this) {
      long silent = nanos.getAsLong() - sentAt;
      if (line != null && sending && silent > STUCK.toNanos()) {
        gone = line;
        line = null;
      } else if (!sending && silent > (hidden ? HEARTBEAT_HIDDEN : HEARTBEAT).toNanos()) {
        send(NOTHING_NEW);
      }
    }
    if (gone != null) {
      gone.close();
    }
  }

  private synchronized void send(String message) {
    LiveLine open = line;
    if (open == null) {
      return;
    }
    if (sending) {
      behind = true;
      return;
    }
    sending = true;
    sentAt = nanos.getAsLong();
    open.send(message, taken -> sent(open, taken));
  }

  private void sent(LiveLine by, boolean taken) {
    synchronized (this) {
      if (line != by) {
        return;
      }
      sending = false;
      if (!taken) {
        line = null;
        return;
      }
      if (!behind) {
        return;
      }
      behind = false;
    }
    sendAll();
  }
}
