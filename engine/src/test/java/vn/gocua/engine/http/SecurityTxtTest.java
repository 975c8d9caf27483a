package vn.gocua.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.Words;
import vn.gocua.testkit.SettableClock;

/** What is served to whoever has found a hole is true on the day it is read. */
class SecurityTxtTest {
  private static final String URL = "https://gocua.example.vn";

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private Api serve(List<String> contacts, Clock clock) {
    Router router = Router.router(vertx);
    router.route().failureHandler(Problems::answer);
    SecurityTxt.mount(router, contacts, URL, clock);
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return new Api(URI.create("http://127.0.0.1:" + server.actualPort()));
  }

  @Test
  void shouldHoldWhatRfc9116AsksFor() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-29T21:12:00Z"), ZoneOffset.UTC);
    Answer answer =
        serve(List.of("mailto:bao-mat@gocua.example.vn", "https://gocua.example.vn/a"), clock)
            .get(SecurityTxt.PATH)
            .expect(200);
    assertThat(answer.header("content-type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(answer.body())
        .isEqualTo(
            """
            Contact: mailto:bao-mat@gocua.example.vn
            Contact: https://gocua.example.vn/a
            Expires: 2026-12-29T00:00:00Z
            Preferred-Languages: vi, en
            Canonical: https://gocua.example.vn/.well-known/security.txt
            """);
  }

  @Test
  void shouldNeverBeStaleHoweverLongItHasBeenServed() {
    SettableClock clock = SettableClock.at("2026-01-01T00:00:00Z");
    Api api = serve(List.of("tel:+84-24-0000"), clock);
    for (String day : List.of("2026-01-02", "2026-06-30", "2028-02-29", "2035-12-31")) {
      clock.set(day + "T23:59:59Z");
      String expires =
          api.get(SecurityTxt.PATH)
              .body()
              .lines()
              .filter(l -> l.startsWith("Expires: "))
              .findFirst()
              .orElseThrow();
      assertThat(Instant.parse(expires.substring(9)))
          .isAfter(clock.instant().plusSeconds(28 * 86_400L))
          .isBefore(clock.instant().plusSeconds(366 * 86_400L));
    }
  }

  @Test
  void shouldNotMakeAContactUp() {
    Answer answer = serve(List.of(), Clock.systemUTC()).get(SecurityTxt.PATH);
    assertThat(answer.problem()).isEqualTo("404 no-security-contact");
    Words.assertVietnamese(answer.json().path("title").asString());
  }
}
