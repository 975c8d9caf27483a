package vn.gocua.engine.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** However many send bodies slowly, what is gathered of them stays bounded. */
class GatheringTest {
  private static final String NOW = "2025-08-22T09:30:00+07:00";

  @TempDir private Path folder;

  @Test
  void shouldLeaveRoomForOtherAddresses() {
    Gathering gathering = new Gathering();
    long most = Gathering.MOST_OF_ONE;
    assertThat(gathering.take("one", most)).isTrue();
    assertThat(gathering.take("one", 1)).isFalse();
    assertThat(gathering.take("other", Gathering.MOST - most)).isTrue();
    assertThat(gathering.take("third", 1)).isFalse();
    gathering.giveBack("one", most);
    assertThat(gathering.take("third", most)).isTrue();
  }

  @Test
  void shouldTurnAwayWhoWouldFillTheHeapAndGoOnAfterwards() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try (RunningEngine engine = RunningEngine.start(folder, SettableClock.at(NOW))) {
      try {
        for (long i = 0; i < Gathering.MOST_OF_ONE / ApiJson.MOST_BYTES; i++) {
          slow.add(stalled(engine));
        }
        Awaitility.await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> upload(engine).status() == 503);
        assertThat(upload(engine).header("retry-after")).isNotEmpty();
        assertThat(engine.anybody().get("/health/ready").status()).isEqualTo(200);
      } finally {
        for (Socket socket : slow) {
          socket.close();
        }
      }
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> upload(engine).status() == 401);
    }
  }

  private static Answer upload(RunningEngine engine) {
    return engine
        .anybody()
        .send("POST", "/api/v1/check-ins", BodyPublishers.ofString("{\"checkIns\": []}"));
  }

  /** Promises as much as may be, and sends a little. */
  private static Socket stalled(RunningEngine engine) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), engine.url().getPort());
    String head =
        "POST /api/v1/check-ins HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: %d\r\n\r\n{".formatted(ApiJson.MOST_BYTES);
    socket.getOutputStream().write(head.getBytes(US_ASCII));
    return socket;
  }
}
