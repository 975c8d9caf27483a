package vn.gocua.kiosk.resident.api;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Language;
import vn.gocua.kiosk.feed.EngineClient;
import vn.gocua.kiosk.feed.EngineClient.Reply;
import vn.gocua.kiosk.feed.Wire;
import vn.gocua.kiosk.settings.KioskToken;

/**
 * The engine, as the residents' pages need it. Calls block; an engine that is away is an {@link
 * IOException}, one that says no is {@link Refused}.
 */
public final class KioskApi {
  private static final String REQUESTS = "/api/v1/help-requests";

  private final EngineClient engine;
  private final KioskToken token;

  public KioskApi(EngineClient engine, KioskToken token) {
    this.engine = engine;
    this.token = token;
  }

  /** Who asked. */
  public record Contact(String name, String phone, String address) {}

  /**
   * Consent was given to these versions of the words, at this time.
   *
   * @param groupsTextVersion of the words about priority groups; null if none was named
   */
  public record Consent(String textVersion, @Nullable String groupsTextVersion, String at) {}

  /**
   * What a resident asks for.
   *
   * @param id minted by the kiosk; the same id again is the same request
   * @param when {@code any}, {@code morning}, {@code afternoon} or {@code evening}
   * @param guardian the contact is that of a child's guardian
   */
  public record Wish(
      String id,
      String hamlet,
      String activity,
      String when,
      boolean guardian,
      Contact contact,
      List<String> groups,
      Consent consent) {}

  /**
   * What a resident takes home.
   *
   * @param pin six digits for who has lost the QR code; null if the engine gives none
   */
  public record Made(String code, String team, String secret, @Nullable String pin) {}

  private record Unlocked(String secret) {}

  /**
   * How a request stands.
   *
   * @param status {@code open}, {@code claimed}, {@code closed}, or one of a newer engine
   * @param when when it suits; null if the engine does not say
   * @param contactLost true if the engine has lost who asked; else null
   */
  public record Ticket(
      String code,
      String status,
      String hamlet,
      String activity,
      String team,
      String requestedAt,
      @Nullable String claimedAt,
      @Nullable String closedAt,
      @Nullable String when,
      @Nullable Integer stars,
      @Nullable Boolean contactLost) {}

  /** Where and when a team is met, as far as the commune has said. */
  public record TeamPlace(@Nullable String hall, @Nullable String hours, @Nullable String phone) {}

  /** A screen and whether it may serve: {@code offered}, {@code accepted} … */
  public record Screen(String screen, String status) {}

  private record Problem(@Nullable String code, @Nullable String title) {}

  /**
   * Makes a request; the same wish again gives the same ticket.
   *
   * @param screen the code of the screen that it was made at
   */
  public Made ask(Wish wish, String screen, Locale locale)
      throws IOException, InterruptedException, Refused {
    return Wire.read(callFrom(screen, "POST", REQUESTS, wish, locale).body(), Made.class);
  }

  /**
   * How a request stands.
   *
   * @param screen the code of the screen that shows it
   */
  public Ticket ticket(String code, String screen, Locale locale)
      throws IOException, InterruptedException, Refused {
    return Wire.read(
        callFrom(screen, "GET", REQUESTS + "/" + encoded(code), null, locale).body(), Ticket.class);
  }

  /** Where and when a team is met. */
  public TeamPlace teamPlace(String team, Locale locale)
      throws IOException, InterruptedException, Refused {
    return Wire.read(
        call("GET", "/api/v1/teams/" + encoded(team), null, locale).body(), TeamPlace.class);
  }

  /**
   * The secret of a ticket, for who knows the six digits on it.
   *
   * @param screen the code of the screen at which they were typed
   */
  public String unlock(String code, String pin, String screen, Locale locale)
      throws IOException, InterruptedException, Refused {
    String path = REQUESTS + "/" + encoded(code) + "/unlock";
    return Wire.read(
            callFrom(screen, "POST", path, Map.of("pin", pin), locale).body(), Unlocked.class)
        .secret();
  }

  /** Tells or asks something about a ticket: {@code withdraw}, {@code change}, {@code rating}. */
  public void about(String code, String what, Map<String, ?> body, Locale locale)
      throws IOException, InterruptedException, Refused {
    var _ = call("POST", REQUESTS + "/" + encoded(code) + "/" + what, body, locale);
  }

  /**
   * How the screen with this secret stands.
   *
   * @param again asks anew after its code has ended or it was shut out
   */
  public Screen screen(String secret, boolean again)
      throws IOException, InterruptedException, Refused {
    return Wire.read(
        call(
                "POST",
                "/api/v1/screens",
                Map.of("secret", secret, "again", again ? 1 : 0),
                Language.first().locale())
            .body(),
        Screen.class);
  }

  /**
   * Any other call, with this kiosk's token.
   *
   * @throws Refused for every status but 2xx
   */
  public Reply call(String method, String path, @Nullable Object body, Locale locale)
      throws IOException, InterruptedException, Refused {
    return call(method, path, Map.of(), body, locale);
  }

  /**
   * The same, said to come from a screen, so that what is limited is limited screen by screen.
   *
   * @param screen its code; empty if it is not known
   */
  public Reply callFrom(
      String screen, String method, String path, @Nullable Object body, Locale locale)
      throws IOException, InterruptedException, Refused {
    Map<String, String> headers = screen.isEmpty() ? Map.of() : Map.of("X-Gocua-Screen", screen);
    return call(method, path, headers, body, locale);
  }

  private Reply call(
      String method, String path, Map<String, String> headers, @Nullable Object body, Locale locale)
      throws IOException, InterruptedException, Refused {
    Reply reply =
        engine.call(
            method,
            path,
            token.read(),
            locale.getLanguage(),
            headers,
            body == null ? null : Wire.write(body));
    if (reply.status() / 100 == 2) {
      return reply;
    }
    if (reply.status() >= 500) {
      throw new IOException("the engine answered " + reply.status());
    }
    Problem problem = Wire.read(reply.body(), Problem.class);
    throw new Refused(
        reply.status(),
        problem.code() == null ? "" : problem.code(),
        problem.title() == null ? "" : problem.title(),
        Duration.ofSeconds(reply.retryAfter()));
  }

  private static String encoded(String code) {
    return URLEncoder.encode(code, StandardCharsets.UTF_8);
  }
}
