package vn.gocua.engine.board;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.gocua.engine.checkin.event.Tally;
import vn.gocua.engine.cluster.Channel;
import vn.gocua.engine.live.Projection;
import vn.gocua.engine.live.Projection.Folded;

/** A changed tally in bytes, as nodes of other versions read and write it too. */
public record TallyChangedCodec(Projection<Tally> tallies) implements Channel.Codec<TallyChanged> {
  @Override
  public String name() {
    return "gocua.board-change";
  }

  @Override
  public byte[] encode(TallyChanged change) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      text(out, change.stream());
      out.writeInt(change.now().version());
      byte[] state = tallies.encode(change.now().state());
      out.writeInt(state.length);
      out.write(state);
      out.writeInt(change.counted().size());
      for (RecentCheckIn recent : change.counted()) {
        text(out, recent.team());
        text(out, recent.activity());
        out.writeInt(recent.residents());
        out.writeLong(recent.receivedAt().toEpochMilli());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public TallyChanged decode(ByteBuffer in) {
    String stream = text(in);
    int version = in.getInt();
    Tally state = tallies.decode(bytes(in));
    List<RecentCheckIn> counted = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      counted.add(
          new RecentCheckIn(text(in), text(in), in.getInt(), Instant.ofEpochMilli(in.getLong())));
    }
    return new TallyChanged(stream, new Folded<>(state, version), counted);
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return bytes;
  }

  private static String text(ByteBuffer in) {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }
}
