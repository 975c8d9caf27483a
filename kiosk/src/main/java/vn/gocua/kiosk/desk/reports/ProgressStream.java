package vn.gocua.kiosk.desk.reports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A passing file that reports its end, and whether it was read completely. */
final class ProgressStream extends FilterInputStream {
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean whole;

  ProgressStream(InputStream in) {
    super(in);
  }

  /** Waits for the end, but no longer than that. */
  boolean ends(Duration within) throws InterruptedException {
    return ended.await(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether it was read to its end. */
  boolean whole() {
    return whole;
  }

  private int noted(int count) {
    if (count < 0) {
      whole = true;
      ended.countDown();
    }
    return count;
  }

  @Override
  public int read() throws IOException {
    return noted(super.read());
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    return noted(super.read(bytes, offset, count));
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      ended.countDown();
    }
  }
}
