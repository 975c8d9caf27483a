package vn.gocua.system.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Phones that send one upload after the other, each as soon as its last was answered. */
final class Load implements AutoCloseable {
  private final Selector selector = Selector.open();
  private final List<Phone> phones = new ArrayList<>();
  private final Ids ids = new Ids();

  /** What was taken in a time. */
  record Taken(long checkIns, long requests, double seconds) {
    double perSecond() {
      return checkIns / seconds;
    }
  }

  private static final class Phone {
    private final List<Batch> batches;
    private final Wire wire;
    private int sent;

    Phone(List<Batch> batches, Selector selector, int port) throws IOException {
      this.batches = batches;
      this.wire = Wire.open(selector, port, this);
    }

    Batch batch() {
      return batches.get(sent % batches.size());
    }

    void send(Ids ids) throws IOException {
      sent++;
      wire.send(batch().fresh(ids));
    }

    int taken() {
      int accepted = wire.accepted();
      if (accepted != batch().size()) {
        throw new IllegalStateException(
            "sent %d check-ins, %d accepted: %s".formatted(batch().size(), accepted, wire.text()));
      }
      return accepted;
    }
  }

  /**
   * @param phones what each phone sends in turn
   */
  Load(int port, List<List<Batch>> phones) throws IOException {
    this(List.of(port), phones);
  }

  /**
   * @param ports of several engines, among which the phones are shared out
   */
  Load(List<Integer> ports, List<List<Batch>> phones) throws IOException {
    for (int i = 0; i < phones.size(); i++) {
      this.phones.add(new Phone(phones.get(i), selector, ports.get(i % ports.size())));
    }
  }

  /** Sends for a while; what is under way then is waited for and counts. */
  Taken run(Duration time) throws IOException {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    for (Phone phone : phones) {
      phone.send(ids);
    }
    int busy = phones.size();
    long checkIns = 0;
    long requests = 0;
    while (busy > 0) {
      selector.select();
      for (SelectionKey key : selector.selectedKeys()) {
        Phone phone = (Phone) key.attachment();
        if (phone.wire.proceed()) {
          checkIns += phone.taken();
          requests++;
          if (System.nanoTime() < end) {
            phone.send(ids);
          } else {
            busy--;
          }
        }
      }
      selector.selectedKeys().clear();
    }
    return new Taken(checkIns, requests, (System.nanoTime() - start) / 1e9);
  }

  @Override
  public void close() throws IOException {
    for (Phone phone : phones) {
      phone.wire.close();
    }
    selector.close();
  }
}
