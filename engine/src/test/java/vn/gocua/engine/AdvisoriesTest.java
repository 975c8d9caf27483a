package vn.gocua.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gocua.engine.commands.AdvisoriesCommand;
import vn.gocua.engine.support.RunningEngine;

/** Known holes are told; what could not be asked is never taken for sound. */
class AdvisoriesTest {
  private static final String NETTY = "io.netty:netty-codec-http 4.2.12.Final";
  private static final String CLEAN = "{}";
  private static final String DETAIL =
      """
      {"id": "GHSA-aaaa-bbbb-cccc", "aliases": ["CVE-2026-42580"], "modified": "2026-06-01T00:00:00Z",
       "summary": "A chunk size that overflows\\u001b[2J\\nlets a request be smuggled", "schema_version": "1.7.3",
       "affected": [
         {"package": {"ecosystem": "Maven", "name": "io.netty:netty-codec-http"},
          "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "4.2.0.Final"}, {"fixed": "4.2.13.Final"}]}]},
         {"package": {"ecosystem": "Maven", "name": "org.example:other"},
          "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "9.9"}]}]}],
       "database_specific": {"severity": "HIGH"}}\
      """;

  /** What the stub says: of a batch by the questions, of everything else by its path. */
  private final Map<String, String> answers = new HashMap<>();

  private final ConcurrentLinkedQueue<JsonNode> asked = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private int status = 200;
  private String whole = "";
  private HttpServer osv;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    osv = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    osv.setExecutor(threads);
    osv.createContext("/", this::answer);
    osv.start();
  }

  @AfterEach
  void stop() {
    osv.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String text = whole.isEmpty() ? answers.getOrDefault(path, "") : whole;
    if (whole.isEmpty() && path.equals("/v1/querybatch")) {
      List<String> results = new ArrayList<>();
      for (JsonNode query : JsonMapper.shared().readTree(body).path("queries")) {
        asked.add(query);
        String key =
            query.at("/package/name").asString()
                + " "
                + query.path("version").asString()
                + query.path("page_token").asString("");
        results.add(answers.getOrDefault(key, CLEAN));
      }
      text = "{\"results\":[" + String.join(",", results) + "]}";
    }
    int code = path.equals("/v1/querybatch") || !text.isEmpty() ? status : 404;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private record Said(int code, String text) {}

  private Said run(String... arguments) {
    return runAt("http://127.0.0.1:" + osv.getAddress().getPort(), arguments);
  }

  private static Said runAt(String address, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--osv", address, "--seconds", "2"));
    all.addAll(List.of(arguments));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    try {
      int code = new CommandLine(new AdvisoriesCommand()).execute(all.toArray(String[]::new));
      return new Said(code, said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static String bom(String... purls) {
    List<String> components = new ArrayList<>();
    for (String purl : purls) {
      components.add("{\"type\":\"library\",\"purl\":\"" + purl + "\"}");
    }
    return "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":["
        + String.join(",", components)
        + "]}";
  }

  private String document(String... purls) throws IOException {
    return Files.writeString(folder.resolve("bom.json"), bom(purls)).toString();
  }

  private String netty() throws IOException {
    return document(
        "pkg:maven/io.netty/netty-codec-http@4.2.12.Final?type=jar",
        "pkg:maven/org.slf4j/slf4j-api@2.0.20?type=jar");
  }

  @Test
  void shouldSayThatNothingIsKnown() throws IOException {
    Said said = run(netty());
    assertThat(said.code()).isZero();
    assertThat(said.text()).contains("2 thành phần", "knows of no hole");
    assertThat(asked).hasSize(2);
  }

  @Test
  void shouldTellWhatIsKnown() throws IOException {
    answers.put(
        NETTY,
        "{\"vulns\":[{\"id\":\"GHSA-aaaa-bbbb-cccc\",\"modified\":\"2026-06-01T00:00:00Z\"}]}");
    answers.put("/v1/vulns/GHSA-aaaa-bbbb-cccc", DETAIL);
    Said said = run(netty());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text())
        .contains(NETTY, "GHSA-aaaa-bbbb-cccc", "CVE-2026-42580", "[high]", "4.2.13.Final")
        .contains("lets a request be smuggled")
        .doesNotContain("9.9", "\u001b");
  }

  @Test
  void shouldNameAHoleOfWhichNothingMoreCanBeHad() throws IOException {
    answers.put(NETTY, "{\"vulns\":[{\"id\":\"GHSA-aaaa-bbbb-cccc\"}]}");
    Said said = run(netty());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("GHSA-aaaa-bbbb-cccc");
  }

  @Test
  void shouldPassOverWhatWasTakenBack() throws IOException {
    answers.put(NETTY, "{\"vulns\":[{\"id\":\"GHSA-aaaa-bbbb-cccc\"}]}");
    answers.put(
        "/v1/vulns/GHSA-aaaa-bbbb-cccc",
        DETAIL.replace("\"modified\"", "\"withdrawn\": \"2026-06-02T00:00:00Z\", \"modified\""));
    assertThat(run(netty()).code()).isZero();
  }

  @Test
  void shouldAskForEveryPage() throws IOException {
    answers.put(NETTY, "{\"vulns\":[{\"id\":\"GHSA-1111\"}],\"next_page_token\":\"p2\"}");
    answers.put(NETTY + "p2", "{\"next_page_token\":\"p3\"}");
    answers.put(NETTY + "p3", "{\"vulns\":[{\"id\":\"GHSA-2222\"}]}");
    assertThat(run(netty()).text()).contains("GHSA-1111", "GHSA-2222");
  }

  @Test
  void shouldAskAboutManyPartsInFewRequests() throws IOException {
    String[] purls = new String[1201];
    for (int i = 0; i < purls.length; i++) {
      purls[i] = "pkg:maven/g/a" + i + "@1";
    }
    answers.put("g:a1200 1", "{\"vulns\":[{\"id\":\"GHSA-last\"}]}");
    assertThat(run(document(purls)).text()).contains("g:a1200 1", "GHSA-last");
    assertThat(asked).hasSize(1201);
  }

  /** What came from npm is known by npm's name, though it is packed as a jar or in a bundle. */
  @Test
  void shouldAskByTheNamesThatOsvKnows() throws IOException {
    Path jar = folder.resolve("x.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("META-INF/sbom/bom.json"));
      zip.write(
          bom("pkg:maven/org.webjars.npm/lit__context@1.1.0?type=jar", "pkg:generic/x@1")
              .getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("META-INF/VAADIN/config/stats.json"));
      zip.write("{\"npmModules\":{\"dompurify\":\"3.3.1\"}}".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(run(jar.toString()).code()).isZero();
    assertThat(asked.stream().map(query -> query.path("package").toString()))
        .containsExactlyInAnyOrder(
            "{\"ecosystem\":\"npm\",\"name\":\"@lit/context\"}",
            "{\"ecosystem\":\"npm\",\"name\":\"dompurify\"}");
  }

  private static void assertNotAsked(Said said) {
    assertThat(said.code()).isEqualTo(3);
    assertThat(said.text()).contains("CHƯA HỎI ĐƯỢC", "could not be asked");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 429, 500, 503})
  void shouldNotTakeARefusalForAnAnswer(int refusal) throws IOException {
    status = refusal;
    assertNotAsked(run(netty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>sign in to the hotel's network</html>",
        "{}",
        "[]",
        "null",
        "{\"results\":[{}]}",
        "{\"results\":[{},{},{}]}",
        "{\"results\":[{\"vulns\":[{\"id\":\"../../x\"}]},{}]}",
        "{\"results\":[{\"vulns\":[{\"modified\":\"2026-06-01T00:00:00Z\"}]},{}]}",
        "{\"results\":[{\"next_page_token\":\"again\"},{}]}"
      })
  void shouldNotTakeAnyAnswerForAnAnswer(String answer) throws IOException {
    whole = answer;
    assertNotAsked(run(netty()));
  }

  @Test
  void shouldNotTakeSilenceForAnAnswer() throws IOException {
    String document = netty();
    assertNotAsked(runAt("http://127.0.0.1:" + RunningEngine.freePort(), document));
    assertNotAsked(runAt("http://no-such-host.invalid", document));
  }

  @Test
  void shouldNotWaitForEver() throws IOException {
    osv.removeContext("/");
    osv.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
        });
    assertNotAsked(run(netty()));
  }

  @Test
  void shouldRefuseWhatIsNoBillOfMaterials() throws IOException {
    String text = Files.writeString(folder.resolve("x.json"), "{}").toString();
    String jar = Files.writeString(folder.resolve("x.jar"), "no jar").toString();
    for (String file :
        new String[] {text, jar, folder.resolve("nowhere.json").toString(), document()}) {
      assertThat(run(file).code()).as(file).isEqualTo(2);
    }
    assertThat(runAt("ftp://x", netty()).code()).isEqualTo(2);
    assertThat(runAt("nonsense", netty()).code()).isEqualTo(2);
    assertThat(asked).isEmpty();
  }
}
