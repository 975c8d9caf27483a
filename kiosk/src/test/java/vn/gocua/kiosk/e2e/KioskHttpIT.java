package vn.gocua.kiosk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Pattern;
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
        "/gocua/wall.css",
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
  @CsvSource({"/VAADIN/nowhere.js,404", "/%2e%2e/%2e%2e/secret,400", "/?v-r=nonsense,403"})
  void shouldExplainErrorsInVietnameseAndShowNothingOfTheInside(String path, int status)
      throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body())
        .contains("<html lang=\"vi\">", "Về trang đầu")
        .doesNotContainIgnoringCase("exception")
        .doesNotContainIgnoringCase("jetty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/webjars/", "/gocua/", "/webjars/roboto-fontface/0.10.0/"})
  void shouldListNoFolder(String path) throws Exception {
    assertThat(get(path).body())
        .doesNotContain("sign-close.svg", "roboto-fontface", "Parent Directory");
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
