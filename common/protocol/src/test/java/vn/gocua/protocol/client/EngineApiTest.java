package vn.gocua.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gocua.protocol.endpoint.Endpoint;
import vn.gocua.protocol.endpoint.Method;

class EngineApiTest {
  private static final Caller LEADER = new Caller("secret", "en").at("S1");
  private static final Endpoint<Void, Seen> READ =
      new Endpoint<>(Method.GET, "/things/{id}", Void.class, Seen.class);
  private static final Endpoint<Wanted, Seen> MAKE =
      new Endpoint<>(Method.POST, "/things", Wanted.class, Seen.class);
  private static final Endpoint<Void, Void> DROP =
      new Endpoint<>(Method.DELETE, "/things/{id}", Void.class, Void.class);
  private static final Endpoint<InputStream, Seen> STORE =
      new Endpoint<>(Method.POST, "/files", InputStream.class, Seen.class);
  private static final Endpoint<Void, InputStream> FETCH =
      new Endpoint<>(Method.GET, "/files", Void.class, InputStream.class);
  private static final Endpoint<Wanted, InputStream> PACK =
      new Endpoint<>(Method.POST, "/packs", Wanted.class, InputStream.class);
  private static final Endpoint<Void, Void> STREAM =
      new Endpoint<>(Method.GET, "/stream", Void.class, Void.class);
  private static final String SEEN = "{\"name\":\"đ\",\"at\":\"2025-08-25T19:30:00+07:00\"%s}";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private EngineApi api;
  private volatile String asked = "";
  private volatile String headers = "";
  private volatile int status = 200;
  private volatile String answer = SEEN.formatted("");
  private volatile boolean mute;
  private volatile boolean silent;

  record Wanted(String text, @Nullable List<String> where) {}

  record Seen(String name, OffsetDateTime at, @Nullable String note) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    api = new EngineApi(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    over.countDown();
    api.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body;
    StringBuilder seen = new StringBuilder();
    for (String name :
        List.of(
            "Authorization",
            "Accept-Language",
            "X-Gocua-Screen",
            "Content-Type",
            "Accept",
            "Last-Event-ID",
            "Content-Length")) {
      String value = exchange.getRequestHeaders().getFirst(name);
      value = "0".equals(value) ? null : value;
      seen.append(value == null ? "" : name + "=" + value + ";");
    }
    headers = seen.toString();
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    if (status == 429) {
      exchange.getResponseHeaders().set("Retry-After", "7");
    }
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    if (mute) {
      waitUntilOver();
    }
    exchange.sendResponseHeaders(status, status == 204 ? -1 : 0);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
      exchange.getResponseBody().flush();
      if (silent) {
        waitUntilOver();
      }
    }
  }

  private void waitUntilOver() {
    try {
      over.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldAskInSomebodysNameAndReadTheAnswer() {
    answer = SEEN.formatted(",\"newer\":[1]");
    Query query = Query.of("day", 3).and("none", null).and("what", "a b&c");
    Seen seen = api.call(LEADER, READ, query, "x/y");
    assertThat(asked).isEqualTo("GET /things/x%2Fy?day=3&what=a%20b%26c ");
    assertThat(headers)
        .isEqualTo("Authorization=Bearer secret;Accept-Language=en;X-Gocua-Screen=S1;");
    assertThat(seen.name()).isEqualTo("đ");
    assertThat(seen.at()).hasToString("2025-08-25T19:30+07:00");
  }

  @Test
  void shouldSayNothingOfWhoHasNothingToSay() {
    var _ = api.call(Caller.ANYBODY, READ, "1");
    assertThat(headers).isEmpty();
    assertThat(LEADER).hasToString("caller");
  }

  @Test
  void shouldSendARecordAsJson() {
    status = 201;
    var _ = api.send(LEADER, MAKE, new Wanted("đ", null));
    assertThat(asked).isEqualTo("POST /things {\"text\":\"đ\"}");
    assertThat(headers).contains("Content-Type=application/json;");
    var _ = api.sendAsIs(LEADER, MAKE, "{not json");
    assertThat(asked).isEqualTo("POST /things {not json");
  }

  @Test
  void shouldExpectNothingOfWhatPromisesNothing() {
    status = 204;
    assertThat(api.<Void>call(LEADER, DROP, "1")).isNull();
    assertThat(asked).isEqualTo("DELETE /things/1 ");
  }

  @Test
  void shouldSayWhyTheEngineRefused() {
    status = 429;
    answer = "{\"status\":429,\"code\":\"too-many\",\"title\":\"Wait\",\"team\":\"T1\"}";
    ApiRefusal refusal = refused(() -> api.call(LEADER, READ, "1"));
    assertThat(refusal.status()).isEqualTo(429);
    assertThat(refusal.code()).isEqualTo("too-many");
    assertThat(refusal.title()).isEqualTo("Wait");
    assertThat(refusal.team()).isEqualTo("T1");
    assertThat(refusal.retryAfter()).hasSeconds(7);
    assertThat(refusal.away()).isFalse();
  }

  @Test
  void shouldReadARefusalThatIsNotTheEngines() {
    status = 502;
    answer = "<html>";
    ApiRefusal refusal = refused(() -> api.call(LEADER, READ, "1"));
    assertThat(refusal.status()).isEqualTo(502);
    assertThat(refusal.code()).isEmpty();
    assertThat(refusal.away()).isTrue();
    assertThat(refusal.unanswered()).isFalse();
  }

  @Test
  void shouldTakeAnAnswerThatLacksSomethingForNone() {
    for (String lacking :
        List.of(
            "{\"name\":\"x\"}",
            "null",
            "",
            "[]",
            "{\"name\":null,\"at\":\"2025-08-25T19:30:00+07:00\"}")) {
      answer = lacking;
      ApiRefusal refusal = refused(() -> api.call(LEADER, READ, "1"));
      assertThat(refusal.unanswered()).as(lacking).isTrue();
      assertThat(refusal.getCause()).isInstanceOf(UnreadableMessage.class);
    }
  }

  @Test
  void shouldSayThatNobodyAnswers() {
    server.stop(0);
    ApiRefusal refusal = refused(() -> api.call(LEADER, READ, "1"));
    assertThat(refusal.unanswered()).isTrue();
    assertThat(refusal.getCause()).isInstanceOf(ConnectException.class);
  }

  @Test
  void shouldNotWaitLongerThanAllowed() {
    mute = true;
    EngineApi hasty = api.within(Duration.ofMillis(200));
    assertThat(refused(() -> hasty.call(LEADER, READ, "1")).unanswered()).isTrue();
  }

  @Test
  void shouldLeaveTheMarkOfAnInterruption() {
    Thread.currentThread().interrupt();
    assertThat(refused(() -> api.call(LEADER, READ, "1")).unanswered()).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void shouldHandFilesOverBothWays() throws IOException {
    byte[] file = "a file".getBytes(StandardCharsets.UTF_8);
    var _ = api.upload(LEADER, STORE, Query.of("n", 1), new ByteArrayInputStream(file), 6);
    assertThat(asked).isEqualTo("POST /files?n=1 a file");
    assertThat(headers).contains("Content-Length=6").contains("=application/octet-stream;");
    var _ = api.upload(LEADER, STORE, Query.NONE, new ByteArrayInputStream(file), -1);
    assertThat(asked).isEqualTo("POST /files a file");
    answer = "bytes";
    try (FetchedFile got = api.download(LEADER, FETCH, Query.of("n", 2))) {
      assertThat(got.type()).isEqualTo("text/plain");
      assertThat(got.body()).hasContent("bytes");
    }
    try (FetchedFile made = api.make(LEADER, PACK, new Wanted("x", List.of()))) {
      assertThat(made.body()).hasContent("bytes");
    }
    assertThat(asked).isEqualTo("POST /packs {\"text\":\"x\",\"where\":[]}");
    status = 404;
    answer = "{\"code\":\"gone\"}";
    assertThat(refused(() -> api.download(LEADER, FETCH, Query.NONE)).code()).isEqualTo("gone");
  }

  @Test
  void shouldGoOnWhereAStreamEnded() throws IOException {
    answer = "event: tally\nid: 8\ndata: " + SEEN.formatted("") + "\n\n";
    try (SseReader events = api.follow(Caller.ANYBODY, STREAM, "7", () -> {})) {
      SseEvent event = Objects.requireNonNull(events.next());
      assertThat(event).extracting(SseEvent::name, SseEvent::id).containsExactly("tally", "8");
      assertThat(event.read(Seen.class).name()).isEqualTo("đ");
      assertThatThrownBy(() -> event.read(Wanted.class))
          .isInstanceOf(UnreadableMessage.class)
          .hasMessageNotContaining("19:30");
      assertThat(events.next()).isNull();
    }
    assertThat(headers).contains("Accept=text/event-stream;Last-Event-ID=7;");
    status = 401;
    assertThat(refused(() -> api.follow(LEADER, STREAM, "", () -> {})).signedOut()).isTrue();
  }

  @Test
  void shouldLetAnotherThreadEndAStreamThatIsSilent() throws Exception {
    silent = true;
    answer = "data: 1\n\n";
    SseReader events = api.follow(Caller.ANYBODY, STREAM, "", () -> {});
    assertThat(events.next()).extracting(SseEvent::data).isEqualTo("1");
    Thread waiting = Thread.ofVirtual().start(() -> readToTheEnd(events));
    await().until(() -> events.silence().compareTo(Duration.ofMillis(50)) > 0);
    assertThat(waiting.isAlive()).isTrue();
    events.close();
    assertThat(waiting.join(Duration.ofSeconds(30))).isTrue();
  }

  private static void readToTheEnd(SseReader reader) {
    try {
      assertThat(reader.next()).isNull();
    } catch (IOException _) {
      // That the connection was closed is an end too.
    }
  }

  private static ApiRefusal refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(ApiRefusal.class, call);
  }
}
