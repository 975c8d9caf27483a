package vn.gocua.engine.cluster;

import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages of one kind to all nodes, this one included, and detects lost ones. Each node
 * numbers its messages; {@link Channels#heartbeat} sends the last number. Thread-safe.
 *
 * @param <T> the messages, immutable
 */
public final class Channel<T> {
  private static final Logger log = LoggerFactory.getLogger(Channel.class);
  static final String NODE = "node";
  private static final String NUMBER = "n";

  private final EventBus bus;
  private final String address;
  private final String node;
  private final Wire<T> wire;
  private final SequenceGaps gaps = new SequenceGaps();
  private final List<Subscriber<T>> subscribers = new CopyOnWriteArrayList<>();
  private long published;

  /** Encodes messages between nodes. Within a node they are handed over as they are. */
  public interface Codec<T> {
    /** Names it on the wire. */
    String name();

    byte[] encode(T message);

    /** Reads from the buffer's position and leaves all that follows the message. */
    T decode(ByteBuffer in);
  }

  /**
   * Converts between messages and the event bus's bodies.
   *
   * @param codec name of the codec; null for a type that the bus knows
   * @param unwrap gives null for a body that is no message
   */
  record Wire<T>(
      @Nullable String codec, Function<T, Object> wrap, Function<Object, @Nullable T> unwrap) {}

  private record Subscriber<T>(boolean toOwn, Consumer<T> receiver, Runnable missed) {}

  Channel(EventBus bus, String address, String node, Wire<T> wire) {
    this.bus = bus;
    this.address = address;
    this.node = node;
    this.wire = wire;
  }

  /** Sends a message to all nodes; those that can't be reached now never get it. */
  public synchronized void publish(T message) {
    published++;
    DeliveryOptions options =
        new DeliveryOptions().addHeader(NODE, node).addHeader(NUMBER, String.valueOf(published));
    if (wire.codec() != null) {
      options.setCodecName(wire.codec());
    }
    bus.publish(address, wire.wrap().apply(message), options);
  }

  /**
   * Calls back, on an event loop, for every message of any node. The receiver must be quick.
   *
   * @param missed runs when a message of another node was lost
   */
  public void subscribe(Consumer<T> receiver, Runnable missed) {
    subscribers.add(new Subscriber<>(true, receiver, missed));
  }

  /** As {@link #subscribe}, for messages of other nodes only. */
  public void subscribeToOthers(Consumer<T> receiver, Runnable missed) {
    subscribers.add(new Subscriber<>(false, receiver, missed));
  }

  /** Number of messages that this node has published. */
  synchronized long published() {
    return published;
  }

  /** A message came; of an earlier version's node it may be a heartbeat, or have no number. */
  void receive(Message<Object> message) {
    String from = message.headers().get(NODE);
    String number = message.headers().get(NUMBER);
    boolean own = node.equals(from);
    T body = read(message.body());
    boolean gap = false;
    if (from != null && number != null && !own) {
      long n = Long.parseLong(number);
      gap = body == null ? gaps.heartbeat(from, n) : gaps.message(from, n);
    }
    for (Subscriber<T> subscriber : subscribers) {
      if (body != null && (subscriber.toOwn() || !own)) {
        guarded(() -> subscriber.receiver().accept(body));
      }
      if (gap) {
        guarded(subscriber.missed());
      }
    }
  }

  private @Nullable T read(Object body) {
    try {
      return wire.unwrap().apply(body);
    } catch (RuntimeException e) {
      log.warn("a message on «{}» can't be read", address, e);
      return null;
    }
  }

  /** Another node's heartbeat named its last number on this channel. */
  void heartbeat(String from, long last) {
    if (gaps.heartbeat(from, last)) {
      log.warn("a message of another node did not come on «{}»", address);
      subscribers.forEach(subscriber -> guarded(subscriber.missed()));
    }
  }

  /** Runs a subscriber so that its failure keeps no message from the others. */
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.warn("a message on «{}» was not taken up", address, e);
    }
  }
}
