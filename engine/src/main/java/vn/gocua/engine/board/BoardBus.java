package vn.gocua.engine.board;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.live.Projection;
import vn.gocua.engine.live.Projection.Versioned;

/** Carries changed tallies to the boards of all nodes, this one included, over the event bus. */
public final class BoardBus {
  private static final String CODEC = "gocua.board-change";
  private static final String NODE = "node";
  private static final String NUMBER = "n";

  private final EventBus bus;
  private final String address;
  private final String node;
  private final Heard heard = new Heard();
  private long published;

  /**
   * @param node names this run of this engine
   */
  public BoardBus(EventBus bus, String campaign, String node, Projection<Tally> tallies) {
    this.bus = bus;
    this.address = "board/" + campaign;
    this.node = node;
    bus.registerCodec(new Codec(tallies));
  }

  public synchronized void publish(TallyChanged change) {
    published++;
    bus.publish(address, change, numbered().setCodecName(CODEC));
  }

  /** Tells the other nodes how much they should have heard; to be called every second. */
  public synchronized void beat() {
    bus.publish(address, node, numbered());
  }

  private DeliveryOptions numbered() {
    return new DeliveryOptions().addHeader(NODE, node).addHeader(NUMBER, String.valueOf(published));
  }

  /**
   * Calls back for every change on any node.
   *
   * @param missed told that something another node published did not come
   */
  public void subscribe(Consumer<TallyChanged> receiver, Runnable missed) {
    bus.<Object>consumer(
        address,
        message -> {
          String from = message.headers().get(NODE);
          long number = Long.parseLong(message.headers().get(NUMBER));
          boolean gap;
          if (message.body() instanceof TallyChanged change) {
            gap = heard.message(from, number);
            receiver.accept(change);
          } else {
            gap = heard.beat(from, number);
          }
          if (gap) {
            missed.run();
          }
        });
  }

  /** The change in bytes; between this node's own parts it goes as it is. */
  private record Codec(Projection<Tally> tallies)
      implements MessageCodec<TallyChanged, TallyChanged> {
    @Override
    public void encodeToWire(Buffer out, TallyChanged change) {
      text(out, change.stream());
      out.appendInt(change.now().version());
      byte[] state = tallies.encode(change.now().state());
      out.appendInt(state.length).appendBytes(state).appendInt(change.counted().size());
      for (RecentCheckIn latest : change.counted()) {
        text(out, latest.team());
        text(out, latest.activity());
        out.appendInt(latest.residents()).appendLong(latest.receivedAt().toEpochMilli());
      }
    }

    private static void text(Buffer out, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.appendInt(bytes.length).appendBytes(bytes);
    }

    @Override
    public TallyChanged decodeFromWire(int position, Buffer in) {
      Cursor cursor = new Cursor(in, position);
      String stream = cursor.text();
      int version = cursor.integer();
      Tally state = tallies.decode(cursor.bytes());
      List<RecentCheckIn> counted = new ArrayList<>();
      for (int left = cursor.integer(); left > 0; left--) {
        counted.add(
            new RecentCheckIn(
                cursor.text(),
                cursor.text(),
                cursor.integer(),
                Instant.ofEpochMilli(cursor.longInteger())));
      }
      return new TallyChanged(stream, new Versioned<>(state, version), counted);
    }

    @Override
    public TallyChanged transform(TallyChanged change) {
      return change;
    }

    @Override
    public String name() {
      return CODEC;
    }

    @Override
    public byte systemCodecID() {
      return -1;
    }
  }

  private static final class Cursor {
    private final Buffer in;
    private int at;

    Cursor(Buffer in, int at) {
      this.in = in;
      this.at = at;
    }

    int integer() {
      at += Integer.BYTES;
      return in.getInt(at - Integer.BYTES);
    }

    long longInteger() {
      at += Long.BYTES;
      return in.getLong(at - Long.BYTES);
    }

    byte[] bytes() {
      int length = integer();
      at += length;
      return in.getBytes(at - length, at);
    }

    String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }
  }
}
