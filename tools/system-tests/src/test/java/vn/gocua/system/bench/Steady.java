package vn.gocua.system.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.ObjLongConsumer;

/**
 * Single check-ins at a fixed rate, whatever the engine does: one that is due while its phone still
 * waits for an answer counts from the moment it was due.
 */
final class Steady implements AutoCloseable {
  private final Selector selector = Selector.open();
  private final List<Phone> phones = new ArrayList<>();
  private final Ids ids = new Ids();

  private static final class Phone {
    private final Wire wire;
    private final Batch upload;
    private final Queue<Integer> due = new ArrayDeque<>();
    private boolean waits;

    Phone(Batch upload, Selector selector, int port) throws IOException {
      this.upload = upload;
      this.wire = Wire.open(selector, port, this);
    }
  }

  Steady(int port, List<Batch> uploads) throws IOException {
    for (Batch upload : uploads) {
      phones.add(new Phone(upload, selector, port));
    }
  }

  /**
   * Sends, the phones in turn; returns when all is answered.
   *
   * @param sent told the phone's number and the moment (nanoseconds) at which a check-in was due,
   *     just before it is sent for the first time
   */
  void run(Duration time, int perSecond, ObjLongConsumer<Integer> sent) throws IOException {
    long start = System.nanoTime();
    long gap = 1_000_000_000L / perSecond;
    int all = Math.toIntExact(time.toNanos() / gap);
    int begun = 0;
    int answered = 0;
    while (answered < all) {
      long now = System.nanoTime();
      for (; begun < all && start + begun * gap <= now; begun++) {
        Phone phone = phones.get(begun % phones.size());
        sent.accept(begun % phones.size(), start + begun * gap);
        phone.due.add(begun);
        next(phone);
      }
      selector.select(1);
      for (SelectionKey key : selector.selectedKeys()) {
        Phone phone = (Phone) key.attachment();
        if (phone.wire.proceed()) {
          if (phone.wire.accepted() != 1) {
            throw new IllegalStateException("not accepted: " + phone.wire.text());
          }
          answered++;
          phone.waits = false;
          next(phone);
        }
      }
      selector.selectedKeys().clear();
    }
  }

  private void next(Phone phone) throws IOException {
    if (!phone.waits && phone.due.poll() != null) {
      phone.waits = true;
      phone.wire.send(phone.upload.fresh(ids));
    }
  }

  @Override
  public void close() throws IOException {
    for (Phone phone : phones) {
      phone.wire.close();
    }
    selector.close();
  }
}
