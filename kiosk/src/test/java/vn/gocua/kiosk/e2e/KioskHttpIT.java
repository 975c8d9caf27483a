package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.testkit.KioskProcess;

/**
 * What the kiosk answers below its views: what browsers are told to refuse, and what nobody is
 * told.
 */
class KioskHttpIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern NONCE = Pattern.compile("'nonce-([0-9a-f]{32})'");

  @TempDir private static Path folder;
  private static KioskProcess kiosk;

  @BeforeAll
  static void start() {
    kiosk = KioskProcess.start(folder, URI.create("http://127.0.0.1:1"));
  }

  @AfterAll
  static void stop() {
    kiosk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/wall",
        "/health/live",
        "/gocua/icon.svg",
        "/VAADIN/nowhere.js",
        "/webjars/"
      })
  void shouldTellBrowsersWhatToRefuse(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void shouldLetOnlyThePagesOwnInlineScriptsRun() throws Exception {
    String policy = get("/").headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy).containsPattern(NONCE);
    assertThat(policy.substring(policy.indexOf("script-src"))).doesNotContain("unsafe-inline");
    String other = get("/").headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(other).as("a number used once").isNotEqualTo(policy);
  }

  @Test
  void shouldKeepTheSessionFromScriptsAndOtherSites() throws Exception {
    assertThat(get("/").headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Strict");
  }

  @ParameterizedTest
  @CsvSource({
    "/VAADIN/nowhere.js, 404, Không có trang này",
    "/%2e%2e/%2e%2e/secret, 400, Không mở được địa chỉ này",
    "/?v-r=nonsense, 403, Không mở được địa chỉ này"
  })
  void shouldExplainErrorsInVietnameseAndShowNothingOfTheInside(
      String path, int status, String title) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body())
        .contains("<html lang=\"vi\">", "<h1>" + title + "</h1>", "Về trang đầu")
        .doesNotContainIgnoringCase("exception")
        .doesNotContainIgnoringCase("jetty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/webjars/", "/gocua/", "/gocua/fonts/"})
  void shouldListNoFolder(String path) throws Exception {
    assertThat(get(path).body()).doesNotContain("sign-close.svg", "roboto-400", "Parent Directory");
  }

  @Test
  void shouldServeEveryFileThatItsStyleSheetsName() throws Exception {
    Pattern url = Pattern.compile("url\\(\"([^\"]+)\"\\)");
    for (String sheet : new String[] {"/gocua/fonts.css", "/gocua/tokens.css", "/gocua/wall.css"}) {
      String css = get(sheet).body();
      url.matcher(css)
          .results()
          .map(m -> URI.create(sheet).resolve(m.group(1)).toString())
          .forEach(file -> assertThat(status(file)).as(file).isEqualTo(200));
    }
  }

  /** What is no document needs no word about what documents may do. */
  @ParameterizedTest
  @ValueSource(strings = {"/gocua/wall.css", "/gocua/watch.js"})
  void shouldGuardFilesThatAreNoDocuments(String path) throws Exception {
    HttpHeaders head = get(path).headers();
    assertThat(head.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(head.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
    assertThat(head.firstValue("Content-Security-Policy")).isEmpty();
  }

  @Test
  void shouldSendPagesAndFilesPacked() throws Exception {
    for (String path : new String[] {"/wall", "/gocua/kiosk.js", "/gocua/desk-icons.svg"}) {
      byte[] plain = packed(path, "identity").body();
      HttpResponse<byte[]> packed = packed(path, "gzip");
      assertThat(packed.headers().firstValue("Content-Encoding")).as(path).contains("gzip");
      assertThat(packed.headers().allValues("Vary")).as(path).contains("Accept-Encoding");
      assertThat(packed.body().length).as(path).isLessThan(plain.length / 2);
    }
    assertThat(packed(font(), "gzip").headers().firstValue("Content-Encoding")).isEmpty();
  }

  /** A page's security key must not be guessed by how well it packs beside what others say. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?v-r=init&location=wall&query=",
        "/?v-r=uidl&v-r=init",
        "/?v%2Dr=init&location=wall&query="
      })
  void shouldNotPackTheAnswerThatHasThePagesKey(String path) throws Exception {
    assertThat(packed(path, "gzip").headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void shouldHaveBrowsersKeepForGoodWhatHasItsVersionInItsAddress() throws Exception {
    for (String path : new String[] {"/gocua/watch.js?v-c=1", font()}) {
      assertThat(get(path).headers().firstValue("Cache-Control"))
          .as(path)
          .contains("public, max-age=31536000, immutable");
    }
    byte[] file = packed(font(), "identity").body();
    CRC32 crc = new CRC32();
    crc.update(file);
    assertThat(font()).endsWith("-%08x.woff2".formatted(crc.getValue()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity"})
  void shouldSendOtherFilesAgainOnlyIfTheyChanged(String encoding) throws Exception {
    HttpResponse<byte[]> first = packed("/gocua/desk-icons.svg", encoding);
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(again(encoding, tag).statusCode()).isEqualTo(304);
    assertThat(again(encoding, "W/\"00000000\"").statusCode()).isEqualTo(200);
  }

  private static HttpResponse<byte[]> again(String encoding, String tag) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(kiosk.url("/gocua/desk-icons.svg"))
            .header("Accept-Encoding", encoding)
            .header("If-None-Match", tag)
            .build();
    return HTTP.send(request, BodyHandlers.ofByteArray());
  }

  private static String font() throws Exception {
    return Pattern.compile("/gocua/fonts/[^\"]+")
        .matcher(get("/gocua/fonts.css").body())
        .results()
        .findFirst()
        .orElseThrow()
        .group();
  }

  private static HttpResponse<byte[]> packed(String path, String encoding) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(kiosk.url(path)).header("Accept-Encoding", encoding).build();
    return HTTP.send(request, BodyHandlers.ofByteArray());
  }

  private static int status(String path) {
    try {
      return get(path).statusCode();
    } catch (Exception e) {
      throw new AssertionError(path, e);
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(kiosk.url(path)).build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
