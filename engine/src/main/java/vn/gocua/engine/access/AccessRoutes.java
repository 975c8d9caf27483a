package vn.gocua.engine.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.password.HashingBusy;
import vn.gocua.engine.access.sighting.DeviceActivity;
import vn.gocua.engine.access.sighting.Sightings;
import vn.gocua.engine.access.state.Device;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.http.Callers;
import vn.gocua.engine.http.RefusalPause;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.rights.Principal;
import vn.gocua.protocol.Reason;
import vn.gocua.protocol.Refusal;

/** Signing in and out, enrolment codes, phones. */
public final class AccessRoutes {
  private static final int LONGEST_USE_HOURS = 24 * 7;
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final RefusalPause PAUSE = new RefusalPause();

  private final Access access;
  private final Sightings sightings;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Campaign campaign;
  private final Callers callers;
  private final String publicUrl;

  /**
   * @param publicUrl what phones can reach, without a slash at its end
   */
  public AccessRoutes(
      Access access,
      Sightings sightings,
      Guard guard,
      Guard.Blocking blocking,
      Campaign campaign,
      Callers callers,
      String publicUrl) {
    this.access = access;
    this.sightings = sightings;
    this.guard = guard;
    this.blocking = blocking;
    this.campaign = campaign;
    this.callers = callers;
    this.publicUrl = publicUrl;
  }

  public void mount(Router router) {
    router.post("/api/v1/sessions").handler(this::signIn);
    router.get("/api/v1/sessions/current").handler(ctx -> guard.leader(ctx, this::whoAmI));
    router.delete("/api/v1/sessions/current").handler(ctx -> guard.self(ctx, this::signOut));
    router
        .post("/api/v1/teams/:team/enrolment-codes")
        .handler(ctx -> guard.leader(ctx, this::makeCode));
    router.post("/api/v1/devices").handler(this::enrol);
    router.get("/api/v1/devices").handler(ctx -> guard.leader(ctx, this::devices));
    router.delete("/api/v1/devices/:device").handler(ctx -> guard.leader(ctx, this::revoke));
  }

  record SignedIn(
      String token, String role, Instant expiresAt, boolean mustChangePassword, String browser) {
    static SignedIn of(Access.SignedIn session) {
      return new SignedIn(
          session.token(),
          session.role().code(),
          session.expiresAt(),
          session.mustChange(),
          session.browser());
    }
  }

  private void signIn(RoutingContext ctx) {
    Fields fields =
        new Fields(ApiJson.body(ctx), Set.of("username", "password", "totp", "browser"));
    String username = fields.text("username", 60).strip().toLowerCase(Locale.ROOT);
    String password = fields.text("password", 200);
    String code = fields.optionalText("totp", 20);
    String browser = fields.optionalText("browser", 300);
    String address = callers.address(ctx.request()).getHostAddress();
    SignInTry attempt = new SignInTry(username, password, code, browser, address);
    blocking
        .run(() ->
            access
                .signIn(attempt)
                .map(SignedIn::of)
                .orElseThrow(() -> Refusal.notSignedIn("wrong-name-or-password")))
        .onSuccess(session -> ApiJson.answer(ctx, 200, session))
        .onFailure(failure -> {
          boolean early = failure instanceof Access.TooManyTries || failure instanceof HashingBusy;
          if (early) {
            PAUSE.thenFail(ctx, asProblem(failure));
          } else {
            ctx.fail(asProblem(failure));
          }
        });
  }

  private record Myself(String username, String role) {}

  private void whoAmI(RoutingContext ctx, Principal.Leader leader) {
    ApiJson.answer(ctx, 200, new Myself(leader.username(), leader.role().code()));
  }

  private void signOut(RoutingContext ctx, Principal.Leader leader) {
    blocking
        .run(() -> {
          access.signOut(leader.id());
          return leader.id();
        })
        .onSuccess(_ -> ctx.response().setStatusCode(204).end())
        .onFailure(ctx::fail);
  }

  private record MadeCode(String code, String url, Instant expiresAt) {}

  private void makeCode(RoutingContext ctx, Principal.Leader leader) {
    String team = ctx.pathParam("team");
    if (campaign.team(team) == null) {
      throw Refusal.unknown("unknown-team", team);
    }
    boolean empty = ctx.body().buffer() == null || ctx.body().length() == 0;
    Fields fields = empty ? null : new Fields(ApiJson.body(ctx), Set.of("uses", "hours"));
    int uses = fields == null ? 1 : fields.integer("uses", 1, 100, 1);
    int hours = fields == null ? 0 : fields.integer("hours", 1, LONGEST_USE_HOURS, 0);
    Duration valid = hours == 0 ? Access.CODE : Duration.ofHours(hours);
    blocking
        .run(() -> access.makeCode(team, uses, valid, leader.username()))
        .onSuccess(made ->
            ApiJson.answer(
                ctx,
                201,
                new MadeCode(made.code(), publicUrl + "/#code=" + made.code(), made.expiresAt())))
        .onFailure(ctx::fail);
  }

  private record EnrolledPhone(String device, String token, String team) {}

  private void enrol(RoutingContext ctx) {
    Fields fields = new Fields(ApiJson.body(ctx), Set.of("code", "member", "enrolment"));
    String code = fields.text("code", 60);
    // A member's name is personal data: it stays on the phone, and is only checked for its shape
    // here.
    fields.optionalText("member", 60);
    String named = fields.optionalText("enrolment", 60);
    if (named != null && !UUID.matcher(named).matches()) {
      throw Refusal.invalid("wrong-type", "enrolment");
    }
    String enrolment = named == null ? null : named.toLowerCase(Locale.ROOT);
    blocking
        .run(() -> access.enrol(code, enrolment))
        .onSuccess(enrolled -> answerEnrolled(ctx, enrolled))
        .onFailure(failure -> ctx.fail(asProblem(failure)));
  }

  private static void answerEnrolled(RoutingContext ctx, Optional<Access.Enrolled> enrolled) {
    if (enrolled.isEmpty()) {
      ctx.fail(Refusal.notSignedIn("code-not-valid"));
      return;
    }
    Access.Enrolled phone = enrolled.get();
    ApiJson.answer(ctx, 200, new EnrolledPhone(phone.device(), phone.token(), phone.team()));
  }

  /** A phone; what it said of itself is absent if nothing was heard of it since the start. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record ListedDevice(
      String device,
      String team,
      Instant enrolledAt,
      boolean revoked,
      @Nullable Instant lastContactAt,
      @Nullable Integer waiting,
      @Nullable String app,
      @Nullable Instant overQuotaAt) {}

  private record Devices(List<ListedDevice> devices) {}

  private void devices(RoutingContext ctx, Principal.Leader leader) {
    @Nullable String team = ctx.request().getParam("team");
    answer(ctx, () -> new Devices(access.devices(team).stream().map(this::listed).toList()));
  }

  private ListedDevice listed(Device device) {
    DeviceActivity sighting = sightings.of(device.device());
    return new ListedDevice(
        device.device(),
        device.team(),
        device.enrolledAt(),
        device.revoked(),
        sighting == null ? null : sighting.at(),
        sighting == null ? null : sighting.waiting(),
        sighting == null ? null : sighting.app(),
        sighting == null ? null : sightings.overQuotaAt(sighting));
  }

  private void revoke(RoutingContext ctx, Principal.Leader leader) {
    String device = ctx.pathParam("device");
    blocking
        .run(() -> access.revoke(device, leader.username()))
        .onSuccess(found -> {
          if (found) {
            ctx.response().setStatusCode(204).end();
          } else {
            ctx.fail(Refusal.unknown("unknown-device"));
          }
        })
        .onFailure(ctx::fail);
  }

  private <T> void answer(RoutingContext ctx, java.util.function.Supplier<T> work) {
    blocking
        .run(work)
        .onSuccess(value -> ApiJson.answer(ctx, 200, value))
        .onFailure(failure -> ctx.fail(asProblem(failure)));
  }

  static Throwable asProblem(Throwable failure) {
    return switch (failure) {
      case Access.TooManyTries tries -> Refusal.tooMany("too-many-tries", tries.retryAfter());
      case HashingBusy busy -> Refusal.busy("sign-in-busy", busy.retryAfter());
      case Access.CodeNeeded _ -> Refusal.notSignedIn("code-needed");
      case Authenticators.Stopped stopped ->
          Refusal.tooMany("too-many-codes", stopped.retryAfter());
      case AccountRefused refused -> refused(refused);
      default -> failure;
    };
  }

  private static Refusal refused(AccountRefused refused) {
    Reason.Kind kind =
        switch (refused.code()) {
          case "unknown-account" -> Reason.Kind.UNKNOWN;
          case "account-exists", "last-admin" -> Reason.Kind.CONFLICT;
          default -> Reason.Kind.INVALID;
        };
    return Refusal.of(new Reason.Coded(refused.code(), kind), refused.about());
  }
}
