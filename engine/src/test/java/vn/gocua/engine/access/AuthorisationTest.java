package vn.gocua.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.ApiDocument;
import vn.gocua.engine.support.ApiDocument.Operation;
import vn.gocua.engine.support.Item;
import vn.gocua.engine.support.Phone;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.engine.support.Words;
import vn.gocua.testkit.SettableClock;

/** Every described operation lets in whom its description names, and nobody else. */
@Tag("slow")
class AuthorisationTest {
  private static RunningEngine engine;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at("2025-08-22T09:30:00+07:00"));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  /** Whoever comes with a good token, under the name that the document has for them. */
  private static Map<String, Supplier<Api>> known() {
    Api phone = engine.phone("T01").api();
    engine.account("truong-ban", "leader");
    engine.account("quan-tri", "admin");
    return Map.of(
        "phone",
        () -> phone,
        "leader",
        signedIn("truong-ban"),
        "admin",
        signedIn("quan-tri"),
        "kiosk",
        engine::kiosk);
  }

  /** Signs in again only when a call has ended the session: hashing a password takes its time. */
  private static Supplier<Api> signedIn(String username) {
    AtomicReference<Api> last =
        new AtomicReference<>(engine.anybody().signIn(username, RunningEngine.OWN));
    return () ->
        last.updateAndGet(api ->
            api.get("/api/v1/account").status() == 200
                ? api
                : engine.anybody().signIn(username, RunningEngine.OWN));
  }

  private static Map<String, Api> revoked() {
    Phone revoked = engine.phone("T02");
    engine.leader().delete("/api/v1/devices/" + revoked.device()).expect(204);
    Api closed = engine.anybody().signIn("leader", RunningEngine.PASSWORD);
    closed.delete("/api/v1/sessions/current").expect(204);
    Phone phone = engine.phone("T01");
    return Map.of(
        "nobody", engine.anybody(),
        "a stranger", engine.anybody().as("gcd.01989f2e-6a00-7c3a-9d52-3f1b7c9e0a41.secret"),
        "somebody with another's id", engine.anybody().as("gcd." + phone.device() + ".secret"),
        "a phone's token as a session's",
            engine.anybody().as(phone.token().replace("gcd.", "gcs.")),
        "gibberish", engine.anybody().as("gibberish"),
        "somebody with a password", engine.anybody().with("authorization", "Basic bGVhZGVyOng="),
        "a revoked phone", revoked.api(),
        "a closed session", closed);
  }

  @TestFactory
  Stream<DynamicTest> shouldLetInWhomTheDescriptionNames() {
    ApiDocument document =
        new ApiDocument(engine.anybody().get("/api/v1/openapi.yaml").expect(200).body());
    Map<String, Api> revoked = revoked();
    Map<String, Supplier<Api>> known = known();
    return document.operations().stream()
        .map(operation ->
            DynamicTest.dynamicTest(
                operation.toString(),
                () -> {
                  revoked.forEach((who, api) -> checkRevoked(operation, who, api));
                  known.forEach((who, api) -> checkKnown(operation, who, api.get()));
                  checkScraper(operation);
                }));
  }

  private static void checkRevoked(Operation operation, String who, Api api) {
    Answer answer = call(api, operation);
    if (operation.letsIn().isEmpty()) {
      assertLetIn(answer, who);
    } else {
      assertThat(answer.status()).as(who).isEqualTo(401);
      assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
    }
  }

  private static void checkKnown(Operation operation, String who, Api api) {
    Answer answer = call(api, operation);
    boolean asLeader = who.equals("admin") && operation.letsIn().contains("leader");
    if (operation.letsIn().isEmpty() || operation.letsIn().contains(who) || asLeader) {
      assertLetIn(answer, who);
    } else {
      assertThat(answer.status()).as(who).isEqualTo(403);
      assertThat(answer.header("content-type")).startsWith("application/problem+json");
    }
  }

  /** The scrape token is good for its one purpose, and unknown elsewhere. */
  private static void checkScraper(Operation operation) {
    Answer answer = call(engine.anybody().as(RunningEngine.SCRAPE_TOKEN), operation);
    if (operation.letsIn().isEmpty() || operation.letsIn().contains("scraper")) {
      assertLetIn(answer, "scraper");
    } else {
      assertThat(answer.status()).isEqualTo(401);
    }
  }

  private static void assertLetIn(Answer answer, String who) {
    assertThat(answer.status()).as(who).isNotIn(401, 403, 405, 500);
  }

  /** A call that comes as far as the handler, which then finds that it is about nothing. */
  private static Answer call(Api api, Operation operation) {
    String path =
        operation.path().replace("{team}", "T99").replaceAll("\\{[A-Za-z]+}", Item.newId());
    BodyPublisher body =
        operation.json().has("requestBody")
            ? BodyPublishers.ofString("{}")
            : BodyPublishers.noBody();
    return api.head(operation.method().toUpperCase(Locale.ROOT), path, body);
  }

  @TestFactory
  Stream<DynamicTest> shouldSayWhyInWords() {
    Api phone = engine.phone("T01").api();
    return Stream.of(
        said("sign-in-first", engine.anybody().get("/api/v1/recount"), 401),
        said("token-not-valid", engine.anybody().as("x").get("/api/v1/recount"), 401),
        said("admins-only", engine.account("pho-ban", "leader").get("/api/v1/accounts"), 403),
        said("leaders-only", phone.get("/api/v1/recount"), 403),
        said("phones-only", engine.kiosk().get("/api/v1/check-ins"), 403));
  }

  private static DynamicTest said(String code, Answer answer, int status) {
    return DynamicTest.dynamicTest(
        code,
        () -> {
          assertThat(answer.problem()).isEqualTo(status + " " + code);
          Words.assertVietnamese(answer.json().path("title").asString());
        });
  }
}
