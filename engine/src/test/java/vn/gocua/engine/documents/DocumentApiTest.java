package vn.gocua.engine.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** A leader hands a file out; whoever has the link fetches it, byte for byte, until it is over. */
class DocumentApiTest {
  private static final String NOW = "2025-08-12T14:00:00+07:00";
  private static final String UNTIL = "2025-08-12T17:00:00+07:00";
  private static final SettableClock CLOCK = SettableClock.at(NOW);
  private static final int MEGABYTES = 1;
  private static final byte[] PDF = pdf(300_000);

  private static RunningEngine engine;

  @BeforeAll
  static void start(@TempDir Path folder) {
    ConfigFolder config =
        ConfigFolder.in(folder).write("engine.yaml", "documentMegabytes: " + MEGABYTES + "\n");
    engine = RunningEngine.start(folder.resolve("data"), config, CLOCK);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @AfterEach
  void setClock() {
    CLOCK.set(NOW);
  }

  /** Begins as a PDF does; the rest is noise that no compression makes smaller. */
  private static byte[] pdf(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
    return bytes;
  }

  private static Answer share(Api api, String name, byte[] file) {
    return api.send(
        "POST",
        "/api/v1/documents?name="
            + URLEncoder.encode(name, StandardCharsets.UTF_8)
            + "&until="
            + URLEncoder.encode(UNTIL, StandardCharsets.UTF_8),
        BodyPublishers.ofByteArray(file));
  }

  private static HttpResponse<byte[]> fetch(String url, String... headers) {
    Api api =
        headers.length == 0 ? engine.anybody() : engine.anybody().with(headers[0], headers[1]);
    return api.exchange("GET", url, BodyPublishers.noBody(), BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static List<Path> stored() throws Exception {
    try (Stream<Path> files = Files.walk(engine.settings().data().resolve("documents"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void shouldHandAFileOutByteForByteUnderItsName() throws Exception {
    JsonNode shared =
        share(engine.leader(), "Nghị quyết số 5 – Đảng ủy xã.PDF", PDF).expect(201).json();
    assertThat(shared.path("size").asInt()).isEqualTo(PDF.length);
    String url = shared.path("url").asString();
    assertThat(url).matches("http://127.0.0.1:\\d+/d/[A-Za-z0-9_-]{22}");
    HttpResponse<byte[]> fetched = fetch(url);
    assertThat(fetched.statusCode()).isEqualTo(200);
    assertThat(fetched.body()).isEqualTo(PDF);
    assertThat(header(fetched, "content-type")).isEqualTo("application/pdf");
    assertThat(header(fetched, "content-disposition"))
        .startsWith("attachment; filename=\"Nghi quyet so 5 _ Dang uy xa.pdf\"; filename*=UTF-8''")
        .contains("Ngh%E1%BB%8B%20quy%E1%BA%BFt");
    assertThat(header(fetched, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(fetched, "content-security-policy"))
        .contains("sandbox", "default-src 'none'");
    JsonNode listed = listed(shared.path("id").asString());
    assertThat(listed.path("downloads").asInt()).isEqualTo(1);
    assertThat(listed.path("name").asString()).isEqualTo("Nghị quyết số 5 – Đảng ủy xã.pdf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/documents/",
        "/api/v1/%64ocuments",
        "/api/v1/x/../documents",
        "/api/v1//documents",
        "/api/v1/documents/?x=1&"
      })
  void shouldAnswerHoweverItsAddressIsWritten(String address) {
    String until = URLEncoder.encode(UNTIL, StandardCharsets.UTF_8);
    String target = address + (address.contains("?") ? "" : "?") + "name=a.pdf&until=" + until;
    Api strange = engine.leader().notHeldToDocument();
    strange.send("POST", target, BodyPublishers.ofByteArray(PDF)).expect(201);
  }

  private static JsonNode listed(String id) {
    for (JsonNode each : engine.leader().get("/api/v1/documents").json().path("documents")) {
      if (each.path("id").asString().equals(id)) {
        return each;
      }
    }
    throw new AssertionError(id);
  }

  @Test
  void shouldHandOutPartsOfAFile() throws Exception {
    String url = share(engine.leader(), "a.pdf", PDF).expect(201).json().path("url").asString();
    HttpResponse<byte[]> part = fetch(url, "range", "bytes=100-199");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(header(part, "content-range")).isEqualTo("bytes 100-199/" + PDF.length);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(PDF, 100, 200));
    assertThat(fetch(url, "range", "bytes=-5").body())
        .isEqualTo(Arrays.copyOfRange(PDF, PDF.length - 5, PDF.length));
    assertThat(fetch(url, "range", "bytes=299999-").body()).hasSize(1);
    assertThat(fetch(url, "range", "bytes=300000-").statusCode()).isEqualTo(416);
    assertThat(fetch(url, "range", "bytes=0-0,5-6").statusCode()).isEqualTo(200);
    assertThat(fetch(url, "range", "bytes=-").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldStopAtItsTimeAndForGoodWhenWithdrawn() throws Exception {
    JsonNode shared = share(engine.leader(), "b.pdf", PDF).expect(201).json();
    String url = shared.path("url").asString();
    CLOCK.set(UNTIL);
    assertThat(fetch(url).statusCode()).isEqualTo(410);
    CLOCK.set(NOW);
    assertThat(fetch(url).statusCode()).isEqualTo(200);
    String id = shared.path("id").asString();
    assertThat(stored()).anyMatch(file -> file.endsWith(id));
    engine.leader().post("/api/v1/documents/" + id + "/withdraw", "").expect(200);
    assertThat(fetch(url).statusCode()).isEqualTo(410);
    assertThat(stored()).noneMatch(file -> file.endsWith(id));
  }

  @ParameterizedTest
  @CsvSource({
    "<html><script>alert(1)</script>",
    "PK\u0003\u0004 a zip that may hold a bomb",
    "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "MZ a program",
    "''"
  })
  void shouldTakeNothingThatIsNoDocument(String content) throws Exception {
    int before = stored().size();
    Answer answer = share(engine.leader(), "x.pdf", content.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.problem()).isEqualTo("415 unknown-file-kind");
    assertThat(stored()).hasSize(before);
  }

  @Test
  void shouldNotLetANameLeadOutOfTheFolder() throws Exception {
    JsonNode shared = share(engine.leader(), "../../../etc/passwd", PDF).expect(201).json();
    assertThat(shared.path("name").asString()).isEqualTo("passwd.pdf");
    JsonNode evil = share(engine.leader(), "..\\a\"\r\nset-cookie: x.exe", PDF).expect(201).json();
    assertThat(evil.path("name").asString()).isEqualTo("aset-cookie x.pdf");
    assertThat(header(fetch(evil.path("url").asString()), "set-cookie")).isEmpty();
    assertThat(engine.anybody().get("/d/..%2f..%2fjournal.db").status()).isEqualTo(404);
    assertThat(engine.anybody().get("/d/AAAAAAAAAAAAAAAAAAAAAA").problem())
        .isEqualTo("404 unknown-document");
    assertThat(stored()).allMatch(file -> file.normalize().startsWith(engine.settings().data()));
  }

  @Test
  void shouldTakeFilesOfLeadersOnly() {
    assertThat(share(engine.anybody(), "a.pdf", PDF).status()).isEqualTo(401);
    assertThat(share(engine.phone("T01").api(), "a.pdf", PDF).status()).isEqualTo(403);
  }

  @Test
  void shouldRefuseWhatIsTooLargeBeforeItComes() throws Exception {
    int before = stored().size();
    String token = engine.leaderToken();
    URI url = engine.url();
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              ("POST /api/v1/documents?name=v.mp4&until="
                      + URLEncoder.encode(UNTIL, StandardCharsets.UTF_8)
                      + " HTTP/1.1\r\nhost: x\r\nauthorization: Bearer "
                      + token
                      + "\r\ncontent-length: "
                      + (MEGABYTES * 1024 * 1024 + 1)
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] begun = socket.getInputStream().readNBytes(12);
      assertThat(new String(begun, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
    assertThat(stored()).hasSize(before);
    assertThat(engine.leader().get("/api/v1/documents").json().path("largest").asInt())
        .isEqualTo(MEGABYTES * 1024 * 1024);
  }
}
