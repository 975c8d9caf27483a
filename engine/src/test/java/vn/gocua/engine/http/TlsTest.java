package vn.gocua.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.InvalidConfig;
import vn.gocua.engine.Engine;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;
import vn.gocua.engine.support.ConfigFolder;
import vn.gocua.engine.support.RunningEngine;
import vn.gocua.testkit.SettableClock;

/** HTTPS by the engine itself, with pairs that the JDK's keytool makes. */
@Tag("slow")
class TlsTest {
  private static final char[] PASSWORD = "a password for the test".toCharArray();
  private static final Clock CLOCK = SettableClock.at("2025-08-22T09:00:00+07:00");

  @TempDir private static Path files;
  private static KeyStore rsa;
  private static KeyStore ec;

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeAll
  static void pairs() throws Exception {
    rsa = pair("rsa", "RSA");
    ec = pair("engine", "EC");
    pair("other", "EC");
    Files.writeString(files.resolve("empty.key"), "");
  }

  @BeforeEach
  void settings() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      environment.put("GOCUA_ENGINE_PORT", String.valueOf(free.getLocalPort()));
    }
    environment.put("GOCUA_DATA", folder.resolve("data").toString());
    environment.put("GOCUA_CONFIG", ConfigFolder.in(folder).path().toString());
    environment.put("GOCUA_LEADER_PASSWORD", RunningEngine.PASSWORD);
  }

  /** A pair in PEM files {@code <name>.crt} and {@code <name>.key}, and the certificate's store. */
  private static KeyStore pair(String name, String algorithm)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = files.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                algorithm,
                "-alias",
                "engine",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    Key key = keys.getKey("engine", PASSWORD);
    write(name + ".key", "PRIVATE KEY", key.getEncoded());
    write(name + ".crt", "CERTIFICATE", keys.getCertificate("engine").getEncoded());
    return keys;
  }

  private static void write(String file, String kind, byte[] content) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        files.resolve(file),
        "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
  }

  private void use(String certificate, String key) {
    environment.put("GOCUA_TLS_CERT", files.resolve(certificate).toString());
    environment.put("GOCUA_TLS_KEY", files.resolve(key).toString());
  }

  private Settings read() {
    ConfigErrors errors = new ConfigErrors();
    Settings settings = Settings.read(environment, Clock.systemUTC(), errors);
    errors.throwIfAny();
    return settings.at(CLOCK);
  }

  private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("engine", keys.getCertificate("engine"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa", "engine"})
  void shouldSpeakHttps(String name) throws Exception {
    KeyStore keys = name.equals("rsa") ? rsa : ec;
    use(name + ".crt", name + ".key");
    Settings settings = read();
    assertThat(settings.publicUrl()).startsWith("https://127.0.0.1:");
    try (Engine _ = Engine.start(settings, new ConfigErrors());
        HttpClient client = HttpClient.newBuilder().sslContext(trusting(keys)).build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(settings.publicUrl() + "/health/ready")).build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.headers().firstValue("strict-transport-security"))
          .hasValue("max-age=31536000");
    }
  }

  @Test
  void shouldNotInsistOnTlsWithoutIt() {
    try (RunningEngine engine = RunningEngine.start(folder, CLOCK)) {
      assertThat(engine.anybody().get("/health/live").header("strict-transport-security"))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "engine.crt other.key",
        "other.crt engine.key",
        "engine.key engine.crt",
        "engine.crt missing.key",
        "missing.crt engine.key",
        "engine.p12 engine.key",
        "engine.crt empty.key"
      })
  void shouldSayWhatIsWrongWithTheFiles(String names) {
    List<String> pair = List.of(names.split(" "));
    use(pair.getFirst(), pair.getLast());
    Settings settings = read();
    assertThatThrownBy(() -> Engine.start(settings, new ConfigErrors()).close())
        .isInstanceOfSatisfying(
            StartRefused.class,
            e -> {
              assertThat(e.reason()).isEqualTo(StartRefused.Reason.CONFIGURATION);
              assertThat(e.getMessage()).contains(pair.getFirst(), pair.getLast());
            });
  }

  @Test
  void shouldWantBothFiles() {
    environment.put("GOCUA_TLS_CERT", files.resolve("engine.crt").toString());
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            InvalidConfig.class,
            e -> assertThat(e.mistakes().toString()).contains("GOCUA_TLS_KEY"));
  }
}
