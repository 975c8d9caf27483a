package vn.gocua.kiosk.desk.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A file that goes into memory is bounded there, whatever the page has said. */
class SmallFileTest {
  @Test
  void shouldTakeAFileUpToItsBound() throws Exception {
    assertThat(SmallFile.read(new ByteArrayInputStream(new byte[100]), 100))
        .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(100));
    assertThat(SmallFile.read(new ByteArrayInputStream(new byte[101]), 100)).isEmpty();
  }

  @Test
  void shouldReadNoFurtherThanItsBoundFromAFileWithoutEnd() throws Exception {
    AtomicLong taken = new AtomicLong();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            taken.incrementAndGet();
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            taken.addAndGet(length);
            return length;
          }
        };
    assertThat(SmallFile.read(endless, 1_000)).isEmpty();
    assertThat(taken.get()).isEqualTo(1_001);
  }
}
