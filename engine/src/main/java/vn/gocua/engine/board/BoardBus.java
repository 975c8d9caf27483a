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
import vn.gocua.engine.checkin.Tally;
import vn.gocua.engine.live.Projection;
import vn.gocua.engine.live.Projection.Versioned;

/** Carries changed tallies to the boards of all nodes, this one included, over the event bus. */
public final class BoardBus {
  private static final String CODEC = "gocua.board-change";

  private final EventBus bus;
  private final String address;
  private final DeliveryOptions options = new DeliveryOptions().setCodecName(CODEC);

  public BoardBus(EventBus bus, String campaign, Projection<Tally> tallies) {
    this.bus = bus;
    this.address = "board/" + campaign;
    bus.registerCodec(new Codec(tallies));
  }

  public void publish(BoardChange change) {
    bus.publish(address, change, options);
  }

  /** Calls back for every change on any node. */
  public void subscribe(Consumer<BoardChange> receiver) {
    bus.<BoardChange>consumer(address, message -> receiver.accept(message.body()));
  }

  /** The change in bytes; between this node's own parts it goes as it is. */
  private record Codec(Projection<Tally> tallies)
      implements MessageCodec<BoardChange, BoardChange> {
    @Override
    public void encodeToWire(Buffer out, BoardChange change) {
      text(out, change.stream());
      out.appendInt(change.now().version());
      byte[] state = tallies.encode(change.now().state());
      out.appendInt(state.length).appendBytes(state).appendInt(change.counted().size());
      for (Latest latest : change.counted()) {
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
    public BoardChange decodeFromWire(int position, Buffer in) {
      Cursor cursor = new Cursor(in, position);
      String stream = cursor.text();
      int version = cursor.integer();
      Tally state = tallies.decode(cursor.bytes());
      List<Latest> counted = new ArrayList<>();
      for (int left = cursor.integer(); left > 0; left--) {
        counted.add(
            new Latest(
                cursor.text(),
                cursor.text(),
                cursor.integer(),
                Instant.ofEpochMilli(cursor.longInteger())));
      }
      return new BoardChange(stream, new Versioned<>(state, version), counted);
    }

    @Override
    public BoardChange transform(BoardChange change) {
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
