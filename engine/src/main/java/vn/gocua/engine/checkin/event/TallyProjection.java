package vn.gocua.engine.checkin.event;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.TreeMap;
import vn.gocua.engine.journal.Event;
import vn.gocua.engine.live.Projection;

/** Folds one team's check-ins of one day into a tally; in any order, each once. */
public final class TallyProjection implements Projection<Tally> {
  @Override
  public String name() {
    return "tally";
  }

  @Override
  public boolean handles(String stream) {
    return TallyKey.isOne(stream);
  }

  @Override
  public Tally empty() {
    return Tally.EMPTY;
  }

  @Override
  public Tally evolve(Tally tally, Event event) {
    return tally.evolve(CheckInEvents.fact(event));
  }

  @Override
  public byte[] encode(Tally tally) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(tally.checkIns());
      out.writeLong(tally.residents());
      out.writeLong(tally.lastAt());
      write(out, tally.byActivity());
      write(out, tally.byGroup());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Counts counts) throws IOException {
    out.writeInt(counts.byCode().size());
    for (var entry : counts.byCode().entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeLong(entry.getValue());
    }
  }

  @Override
  public Tally decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      long checkIns = in.readLong();
      long residents = in.readLong();
      long lastAt = in.readLong();
      return new Tally(checkIns, residents, readCounts(in), readCounts(in), lastAt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Counts readCounts(DataInputStream in) throws IOException {
    TreeMap<String, Long> counts = new TreeMap<>();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      counts.put(in.readUTF(), in.readLong());
    }
    return new Counts(Collections.unmodifiableSortedMap(counts));
  }
}
