package vn.gocua.engine.cluster;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageCodec;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import vn.gocua.engine.journal.EventCodec;

/**
 * The channels of one node, each open once. All of them, and the heartbeats, are heard on one event
 * loop: so a heartbeat never overtakes the messages that came before it.
 */
public final class Channels {
  private static final String HEARTBEATS = "beats/";

  private final EventBus bus;
  private final Context context;
  private final String heartbeats;
  private final String node;
  private final Map<String, Channel<?>> open = new ConcurrentHashMap<>();

  /**
   * @param campaign name of the heartbeats' address
   * @param node identifies this run of this engine
   */
  public Channels(Vertx vertx, String campaign, String node) {
    this.bus = vertx.eventBus();
    this.context = vertx.getOrCreateContext();
    this.heartbeats = HEARTBEATS + campaign;
    this.node = node;
    listen(() -> bus.<JsonObject>consumer(heartbeats, this::heard));
  }

  /** Names this run of this engine. */
  public String node() {
    return node;
  }

  /** A channel of texts. */
  public Channel<String> text(String address) {
    return open(
        address,
        new Channel.Wire<>(null, text -> text, body -> body instanceof String text ? text : null));
  }

  /** A channel of records, as JSON. Unknown fields are ignored. */
  public <T extends Record> Channel<T> json(String address, Class<T> type) {
    return open(
        address,
        new Channel.Wire<>(
            null,
            message -> new JsonObject(EventCodec.json(message)),
            body -> body instanceof JsonObject json ? EventCodec.read(json.encode(), type) : null));
  }

  /** A channel of messages that have a form of their own. */
  public <T> Channel<T> coded(String address, Class<T> type, Channel.Codec<T> codec) {
    bus.registerCodec(new Coded<>(codec));
    return open(
        address,
        new Channel.Wire<>(
            codec.name(),
            message -> message,
            body -> type.isInstance(body) ? type.cast(body) : null));
  }

  private <T> Channel<T> open(String address, Channel.Wire<T> wire) {
    Channel<T> channel = new Channel<>(bus, address, node, wire);
    if (open.putIfAbsent(address, channel) != null) {
      throw new IllegalStateException("the channel " + address + " is open already");
    }
    listen(() -> bus.<Object>consumer(address, channel::receive));
    return channel;
  }

  /** Registers on the one event loop; must not be called on it. */
  private void listen(Runnable registration) {
    CountDownLatch registered = new CountDownLatch(1);
    context.runOnContext(_ -> {
      registration.run();
      registered.countDown();
    });
    try {
      registered.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a channel was opened", e);
    }
  }

  /** Sends the numbers of this node's last messages; to be called every second. */
  public void heartbeat() {
    JsonObject last = new JsonObject();
    open.forEach((address, channel) -> last.put(address, channel.published()));
    bus.publish(heartbeats, last, new DeliveryOptions().addHeader(Channel.NODE, node));
  }

  private void heard(Message<JsonObject> heartbeat) {
    String from = heartbeat.headers().get(Channel.NODE);
    if (from == null || from.equals(node)) {
      return;
    }
    for (String address : heartbeat.body().fieldNames()) {
      Channel<?> channel = open.get(address);
      if (channel != null) {
        channel.heartbeat(from, heartbeat.body().getLong(address));
      }
    }
  }

  private record Coded<T>(Channel.Codec<T> codec) implements MessageCodec<T, T> {
    @Override
    public void encodeToWire(Buffer out, T message) {
      out.appendBytes(codec.encode(message));
    }

    @Override
    public T decodeFromWire(int position, Buffer in) {
      return codec.decode(ByteBuffer.wrap(in.getBytes(position, in.length())));
    }

    @Override
    public T transform(T message) {
      return message;
    }

    @Override
    public String name() {
      return codec.name();
    }

    @Override
    public byte systemCodecID() {
      return -1;
    }
  }
}
