package vn.gocua.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gocua.engine.support.Answer;
import vn.gocua.engine.support.Api;
import vn.gocua.engine.support.ApiSamples;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** The page that shows the API, as far as it can be known without a browser. */
class OpenApiPageTest {
  private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  private static RunningEngine engine;
  private static Api anybody;

  @BeforeAll
  static void start(@TempDir Path folder) {
    engine = RunningEngine.start(folder, SettableClock.at(ApiSamples.NOW));
    anybody = engine.anybody();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/docs, text/html",
    "/docs/, text/html",
    "/docs/index.html, text/html",
    "/docs/docs.js, text/javascript",
    "/docs/swagger-ui-bundle.js, text/javascript",
    "/docs/swagger-ui.css, text/css"
  })
  void shouldServeThePageAndItsFiles(String path, String type) {
    Answer answer = anybody.get(path).expect(200);
    assertThat(answer.header("content-type")).isEqualTo(type + "; charset=utf-8");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.body()).isNotEmpty();
    Answer head = anybody.send("HEAD", path, BodyPublishers.noBody()).expect(200);
    assertThat(head.header("etag")).isEqualTo(answer.header("etag")).isNotEmpty();
    assertThat(anybody.with("if-none-match", head.header("etag")).get(path).status())
        .isEqualTo(304);
  }

  @Test
  void shouldLoadNothingThatIsNotItsOwn() {
    Answer page = anybody.get("/docs").expect(200);
    assertThat(page.header("content-security-policy"))
        .contains("default-src 'self'")
        .doesNotContain("unsafe", "http");
    List<String> loaded =
        LOADED.matcher(page.body()).results().map(match -> match.group(1)).toList();
    assertThat(loaded)
        .hasSizeGreaterThan(2)
        .allMatch(name -> name.startsWith("/docs/") || name.equals("data:,"));
    assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)").doesNotContain("style=");
  }

  @Test
  void shouldServeNothingElseThere() {
    for (String path : List.of("/docs/x.js", "/docs/../openapi.yaml", "/docs/%2e%2e/logback.xml")) {
      assertThat(anybody.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(anybody.post("/docs/", "{}").status()).isEqualTo(405);
  }
}
