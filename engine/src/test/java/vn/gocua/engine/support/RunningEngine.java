package vn.gocua.engine.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.engine.Engine;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;

/**
 * A real engine in this process: SQLite file, Hazelcast member, HTTP server on a free port. Its
 * campaign runs on a clock that the test holds.
 */
public final class RunningEngine implements AutoCloseable {
  /** The password of the account {@code leader}. */
  public static final String PASSWORD = "mật khẩu của lãnh đạo";

  /** The password of accounts that a test opens. */
  public static final String OWN = "một câu dễ nhớ";

  /** What the kiosk's server shows. */
  public static final String KIOSK_TOKEN = "kiosk-token-of-the-tests";

  /** What a Prometheus shows. */
  public static final String SCRAPE_TOKEN = "scrape-token-of-the-tests";

  /** KiB that a hash of a password takes here: hundreds of engines are started and signed in at. */
  public static final int PASSWORD_MEMORY = 64;

  private static final int PORTS_TO_TRY = 5;

  /** Null once it is closed, so that a test class that is done keeps no engine in memory. */
  private volatile @Nullable Engine engine;

  private final Settings settings;
  private final Api anybody;
  private final Api leader;

  private RunningEngine(Engine engine, Settings settings) {
    this.engine = engine;
    this.settings = settings;
    this.anybody = new Api(URI.create(settings.publicUrl()));
    this.leader = anybody.signIn("leader", PASSWORD);
  }

  /** Starts an engine with the tests' campaign and an empty data folder below {@code folder}. */
  public static RunningEngine start(Path folder, Clock clock) {
    return start(folder.resolve("data"), ConfigFolder.in(folder), clock);
  }

  public static RunningEngine start(Path data, ConfigFolder config, Clock clock) {
    return start(data, config, clock, false);
  }

  /** Starts an engine whose passwords cost what they cost in earnest. */
  public static RunningEngine startWithCostlyPasswords(Path folder, Clock clock) {
    Settings settings = settings(folder.resolve("data"), ConfigFolder.in(folder).path(), clock);
    Settings costly = settings.withPasswordMemory(Settings.PASSWORD_MEMORY);
    return new RunningEngine(Engine.start(costly, new ConfigErrors()), costly);
  }

  /** Starts an engine that gives up a vault whose key is lost. */
  public static RunningEngine startWithoutVault(Path data, ConfigFolder config, Clock clock) {
    return start(data, config, clock, true);
  }

  private static RunningEngine start(
      Path data, ConfigFolder config, Clock clock, boolean withoutVault) {
    for (int left = PORTS_TO_TRY; ; left--) {
      Settings settings = settings(data, config.path(), clock);
      try {
        return new RunningEngine(
            Engine.start(settings, new ConfigErrors(), withoutVault), settings);
      } catch (StartRefused e) {
        // Somebody was quicker to take the port.
        if (e.reason() != StartRefused.Reason.PORT_TAKEN || left == 0) {
          throw e;
        }
      }
    }
  }

  /** Settings as a person would give them, with a port that is free now. */
  public static Settings settings(Path data, Path config, Clock clock) {
    int port = freePort();
    // Tests send more than volunteers do; one that is about the quota says so in engine.yaml.
    String quota = Files.exists(config.resolve("engine.yaml")) ? "" : "0";
    Map<String, String> environment =
        Map.of(
            "GOCUA_PHONE_QUOTA",
            quota,
            "GOCUA_DATA",
            data.toString(),
            "GOCUA_CONFIG",
            config.toString(),
            "GOCUA_ENGINE_PORT",
            String.valueOf(port),
            "GOCUA_LEADER_PASSWORD",
            PASSWORD,
            "GOCUA_KIOSK_TOKEN",
            KIOSK_TOKEN,
            "GOCUA_SECURITY_CONTACT",
            "mailto:security@gocua.invalid, https://gocua.invalid/security",
            "GOCUA_SCRAPE_TOKEN",
            SCRAPE_TOKEN);
    ConfigErrors errors = new ConfigErrors();
    Settings settings = Settings.read(environment, Clock.systemUTC(), errors);
    errors.throwIfAny();
    return settings.at(clock).withPasswordMemory(PASSWORD_MEMORY);
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops this engine and starts another on its data. */
  public RunningEngine restarted() {
    close();
    return start(settings.data(), new ConfigFolder(settings.config()), settings.clock());
  }

  public URI url() {
    return URI.create(settings.publicUrl());
  }

  public Settings settings() {
    return settings;
  }

  public Engine engine() {
    return Objects.requireNonNull(engine, "the engine is closed");
  }

  /** A client without a token. */
  public Api anybody() {
    return anybody;
  }

  /** A client that is signed in as the first account. */
  public Api leader() {
    return leader;
  }

  /** A leader's new token, for a client of a test's own. */
  public String leaderToken() {
    return anybody.token("leader", PASSWORD);
  }

  /** A client that is the kiosk's server. */
  public Api kiosk() {
    return anybody.as(KIOSK_TOKEN);
  }

  /** A client that is signed in with an account of its own, opened now; see {@link #OWN}. */
  public Api account(String username, String role) {
    String once =
        leader
            .post("/api/v1/accounts", Map.of("username", username, "role", role))
            .expect(201)
            .json()
            .path("oneTimePassword")
            .asString();
    return anybody.as(
        anybody
            .signIn(username, once)
            .post("/api/v1/account/password", Map.of("current", once, "new", OWN))
            .expect(200)
            .json()
            .path("token")
            .asString());
  }

  /** The code that an authenticator with that secret shows now. */
  public static String totp(byte[] secret) {
    return totp(secret, 0);
  }

  /** The code that it shows some steps of half a minute later; each is good once. */
  public static String totp(byte[] secret, int later) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      long step = System.currentTimeMillis() / 30_000 + later;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a text in base 32 stands for. */
  public static byte[] base32(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
    int bits = 0;
    int buffer = 0;
    for (int i = 0; i < text.length(); i++) {
      buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (buffer >> bits));
      }
    }
    return bytes.array();
  }

  public Phone phone(String team) {
    return Phone.enrolled(anybody, leader, team);
  }

  /** Journal, live view and board count the same. */
  public void assertRecountEqual() {
    var recount = leader.recount();
    assertThat(recount.path("equal").asBoolean()).as(recount.toString()).isTrue();
    assertThat(recount.path("live")).isEqualTo(recount.path("journal"));
    assertThat(recount.path("board")).isEqualTo(recount.path("journal"));
  }

  @Override
  public void close() {
    Engine closing = engine;
    engine = null;
    if (closing != null) {
      closing.close();
    }
  }
}
