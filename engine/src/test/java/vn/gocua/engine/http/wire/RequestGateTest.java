package vn.gocua.engine.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sends a request slower than a minute is not waited for; the clock is the test's. */
class RequestGateTest {
  private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final long MINUTE = RequestGate.IN_TIME.toSeconds();

  private final EmbeddedChannel channel = new EmbeddedChannel(new RequestGate(4096, 8192));

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  private void send(String bytes) {
    channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
  }

  private boolean isOpenAfter(long seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    return channel.isActive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G",
        "GET / HTTP/1.1\r\nHost: x\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
        GET + "GET / HT"
      })
  void shouldNotWaitForTheRestForEver(String part) {
    send(part);
    assertThat(isOpenAfter(MINUTE - 1)).isTrue();
    assertThat(isOpenAfter(2)).isFalse();
  }

  @Test
  void shouldNotBeMovedByAByteNowAndThen() {
    for (int i = 0; i < 6; i++) {
      send(GET.substring(i, i + 1));
      assertThat(isOpenAfter(MINUTE / 6 - 1)).isTrue();
    }
    send(GET.substring(6, 7));
    assertThat(isOpenAfter(MINUTE / 6)).isFalse();
  }

  @Test
  void shouldLetAnswersTakeTheirTime() {
    send(GET.substring(0, 9));
    send(GET.substring(9));
    assertThat(isOpenAfter(100 * MINUTE)).isTrue();
    send(GET);
    assertThat(isOpenAfter(100 * MINUTE)).isTrue();
  }

  @Test
  void shouldGiveALargeBodyItsTime() {
    send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n");
    for (int i = 0; i < 5; i++) {
      send("x".repeat((int) RequestGate.ENOUGH_IN_TIME));
      assertThat(isOpenAfter(MINUTE)).isTrue();
    }
    assertThat(isOpenAfter(MINUTE)).isFalse();
  }
}
