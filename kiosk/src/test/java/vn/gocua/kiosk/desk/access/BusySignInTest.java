package vn.gocua.kiosk.desk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.gocua.base.text.Language;
import vn.gocua.protocol.access.Credentials;
import vn.gocua.protocol.client.ApiRefusal;
import vn.gocua.protocol.client.EngineApi;

/** An engine that is busy is asked again, with the same words, when it says so. */
@Tag("slow")
class BusySignInTest {
  private static final String SESSION =
      "{\"token\":\"t\",\"role\":\"leader\",\"expiresAt\":\"2030-01-01T00:00:00Z\","
          + "\"mustChangePassword\":false,\"browser\":\"gcb.1.a.b\"}";
  private static final Credentials PROOF = new Credentials("leader", "x");

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private SignIn signIn;
  private volatile int busy;
  private volatile String wait = "1";

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/sessions", this::answer);
    server.start();
    URI engine = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    signIn = new SignIn(new EngineApi(engine), InstantSource.system());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    boolean refused = asked.size() <= busy;
    String body = refused ? "{\"code\":\"sign-in-busy\",\"title\":\"Hãy đợi\"}" : SESSION;
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (refused) {
      exchange.getResponseHeaders().set("Retry-After", wait);
    }
    exchange.sendResponseHeaders(refused ? 503 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void shouldAskAgainWithTheSameWords() {
    busy = 2;
    DeskSession session = signIn.open(PROOF, Language.first());
    assertThat(session.browser()).isEqualTo("gcb.1.a.b");
    assertThat(asked).hasSize(3);
    assertThat(asked.get(2)).isEqualTo(asked.getFirst());
  }

  @Test
  void shouldGiveUpInTheEndAndSaySo() {
    busy = 9;
    ApiRefusal refused =
        catchThrowableOfType(ApiRefusal.class, () -> signIn.open(PROOF, Language.first()));
    assertThat(refused.busy()).isTrue();
    assertThat(asked).hasSize(3);
  }

  @Test
  void shouldNotHoldAPageForLong() {
    busy = 9;
    wait = "60";
    ApiRefusal refused =
        catchThrowableOfType(ApiRefusal.class, () -> signIn.open(PROOF, Language.first()));
    assertThat(refused.retryAfter()).hasSeconds(60);
    assertThat(asked).hasSize(1);
  }
}
