package vn.gocua.engine.http.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.http.AcceptedLanguage;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.link.LinkPage;
import vn.gocua.engine.rights.Authenticator;
import vn.gocua.engine.rights.Principal;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * One call of an endpoint with its caller, time and body. Methods that read input may throw a
 * {@link Refusal} about it.
 *
 * @param <B> record of the body
 */
public final class Call<B> {
  private static final Pattern SCREEN = Pattern.compile("[0-9A-Za-z-]{1,60}");

  /** Later years overflow calculations. */
  private static final int LAST_YEAR = 9999;

  private final RoutingContext ctx;
  private final Class<B> type;
  private final boolean large;
  private final @Nullable Principal who;
  private final Instant now;
  private final Supplier<String> address;
  private Authenticator.@Nullable Act act;

  Call(
      RoutingContext ctx,
      Class<B> type,
      boolean large,
      @Nullable Principal who,
      Instant now,
      Supplier<String> address) {
    this.ctx = ctx;
    this.type = type;
    this.large = large;
    this.who = who;
    this.now = now;
    this.address = address;
  }

  /** The body. Required. */
  public B body() {
    return ApiJson.body(ctx, type, large);
  }

  /** The body; without one, an empty record. */
  public B bodyIfAny() {
    return ApiJson.isEmpty(ctx) ? ApiJson.empty(type) : body();
  }

  /** The body as a JSON object of any fields, within the bounds for many items. */
  public ObjectNode tree() {
    return ApiJson.tree(ctx);
  }

  /** The body as it came; empty if there is none. */
  public byte[] bytes() {
    Buffer buffer = ctx.body().buffer();
    return buffer == null ? new byte[0] : buffer.getBytes();
  }

  /** Time of the call, in the campaign's time. */
  public Instant now() {
    return now;
  }

  /** The caller, for endpoints that need a token. */
  public Principal who() {
    return Objects.requireNonNull(who, "an endpoint for anybody");
  }

  /** The caller's id, where a token is needed; else null. */
  @Nullable String token() {
    return who == null ? null : who.id();
  }

  /** The calling phone, where only phones may call. */
  public Principal.Phone phone() {
    return (Principal.Phone) who();
  }

  /** The calling leader, where only leaders may call. */
  public Principal.Leader leader() {
    return (Principal.Leader) who();
  }

  /** The name under which it is put on record: the leader's, or the phone's id. */
  public String by() {
    return who().by();
  }

  /** Value of a path parameter. */
  public String path(String name) {
    return Objects.requireNonNull(ctx.pathParam(name), name);
  }

  /** A parameter of the query; null if it is not there. */
  public @Nullable String query(String name) {
    return ctx.request().getParam(name);
  }

  /**
   * A whole number of the query, from 1.
   *
   * @param otherwise if it is not there
   */
  public int number(String name, int otherwise, int most) {
    String text = query(name);
    try {
      int number = text == null ? otherwise : Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Reported below.
    }
    throw Refusal.of(RequestReason.OUT_OF_RANGE, name, 1, most);
  }

  /**
   * A date of the query.
   *
   * @param otherwise if it is not there
   */
  public LocalDate date(String name, LocalDate otherwise) {
    String text = query(name);
    try {
      LocalDate date = text == null ? otherwise : LocalDate.parse(text);
      if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
        throw new DateTimeException("beyond the calendar");
      }
      return date;
    } catch (DateTimeException _) {
      throw Refusal.of(RequestReason.INVALID_DATE, name);
    }
  }

  public @Nullable String header(String name) {
    return ctx.request().getHeader(name);
  }

  /** Whether a person has opened this address in a browser and waits for a page. */
  public boolean wantsPage() {
    return LinkPage.isWanted(ctx.request());
  }

  /** Name of the calling kiosk's screen; one shared name if the kiosk gives none. */
  public String screen() {
    String screen = header("X-Gocua-Screen");
    return screen != null && SCREEN.matcher(screen).matches() ? screen : "";
  }

  /** The caller's address; behind an untrusted proxy, the proxy's. */
  public String address() {
    return address.get();
  }

  /** A file's texts in the caller's language. */
  public Texts texts(String file) {
    return Texts.of(file, AcceptedLanguage.of(ctx));
  }

  /**
   * Runs on any thread right before anything new is recorded, on counted routes. It throws a {@link
   * Refusal} if the quota is used up; then nothing may be recorded.
   */
  public Runnable recording() {
    Authenticator.Act counted = act;
    return counted == null ? () -> {} : counted::recording;
  }

  void counts(Authenticator.Act counted) {
    act = counted;
  }
}
