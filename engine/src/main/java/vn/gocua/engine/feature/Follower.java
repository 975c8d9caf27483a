package vn.gocua.engine.feature;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gocua.engine.cluster.Channel;

/**
 * Something that leaders change and every node follows: a node is told over the bus to look into
 * the journal again, and what it was not told it finds by itself.
 */
public final class Follower {
  private static final Logger log = LoggerFactory.getLogger(Follower.class);

  private final Channel<String> channel;
  private final String what;
  private final BooleanSupplier look;
  private final Runnable changed;

  /**
   * Begins to follow; the first look is the caller's.
   *
   * @param what names it, on the bus and in the log
   * @param period between two looks that nobody asked for
   * @param look takes up what the journal says now; whether that is news
   * @param changed told of news
   */
  public Follower(
      CampaignContext context,
      String what,
      Duration period,
      BooleanSupplier look,
      Runnable changed) {
    this.channel = context.repositories().channels().text(what + "/" + context.campaign().id());
    this.what = what;
    this.look = look;
    this.changed = changed;
    channel.subscribeToOthers(
        _ -> context.virtual().execute(this::lookAgain),
        () -> context.virtual().execute(this::lookAgain));
    var _ = context.schedule().every(what, period, this::lookAgain);
  }

  /** One after the other, so that an older reading never follows a newer one. */
  public synchronized void lookAgain() {
    try {
      if (look.getAsBoolean()) {
        changed.run();
      }
    } catch (RuntimeException e) {
      log.warn("«{}» could not be read; tried again soon", what, e);
    }
  }

  /** It was changed here: looks, and tells the other nodes to. */
  public void changedHere() {
    lookAgain();
    channel.publish("changed");
  }
}
