package vn.gocua.engine.access;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.access.quota.PhoneQuota;
import vn.gocua.engine.rights.Authenticator;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.Role;
import vn.gocua.protocol.Refusal;

/**
 * Lets a request through to its handler only with a fit token: else 401, or 403 if known but not
 * allowed.
 */
public final class RouterGuard {

  private static final String ACT = Authenticator.Act.class.getName();

  private final Authenticator authenticator;
  private final PhoneQuota quota;
  private final Blocking blocking;

  /** Runs blocking work off the event loop and comes back to it. */
  @FunctionalInterface
  public interface Blocking {
    <T extends @Nullable Object> Future<T> run(Supplier<T> work);
  }

  public RouterGuard(Authenticator authenticator, PhoneQuota quota, Blocking blocking) {
    this.authenticator = authenticator;
    this.quota = quota;
    this.blocking = blocking;
  }

  /** For a team's phone. */
  public void phone(RoutingContext ctx, BiConsumer<RoutingContext, Principal.Phone> handler) {
    anyone(
        ctx,
        (c, principal) -> {
          switch (principal) {
            case Principal.Phone phone -> handler.accept(c, phone);
            case Principal.Leader _, Principal.Kiosk _ -> throw Refusal.forbidden("phones-only");
          }
        });
  }

  /** For a team's phone that does what may leave a record: what does is counted. */
  public void actingPhone(RoutingContext ctx, BiConsumer<RoutingContext, Principal.Phone> handler) {
    phone(
        ctx,
        (c, phone) -> {
          count(c, phone);
          handler.accept(c, phone);
        });
  }

  /** For whoever has a token and does what may leave a record: what a phone leaves is counted. */
  public void acting(RoutingContext ctx, BiConsumer<RoutingContext, Principal> handler) {
    anyone(
        ctx,
        (c, principal) -> {
          if (principal instanceof Principal.Phone phone) {
            count(c, phone);
          }
          handler.accept(c, principal);
        });
  }

  private void count(RoutingContext ctx, Principal.Phone phone) {
    Authenticator.Act act = quota.act(phone.id());
    ctx.put(ACT, act);
    ctx.addEndHandler(_ -> act.done(ctx.response().getStatusCode() < 400));
  }

  /**
   * What to run, on any thread, right before an act of {@link #acting} records something new. It
   * throws a problem if a phone may not; then nothing may be recorded.
   */
  public static Runnable recording(RoutingContext ctx) {
    Authenticator.Act act = ctx.get(ACT);
    return () -> {
      if (act != null) {
        act.recording();
      }
    };
  }

  /**
   * Lets an upload of a phone in, whole, while any of its quota is left; later also one that brings
   * nothing new.
   *
   * @param nothingNew whether all of it is known already or refused; may block
   * @return to be told once how many items are newly in the journal
   */
  public Future<PhoneQuota.Upload> upload(
      Principal.Phone phone, int items, Supplier<Boolean> nothingNew) {
    if (!quota.mayAskWhatIsNew(phone.id())) {
      return Future.succeededFuture(quota.upload(phone.id(), items));
    }
    return blocking
        .run(nothingNew)
        .map(nothing -> nothing ? _ -> {} : quota.upload(phone.id(), items));
  }

  /** For somebody signed in. */
  public void leader(RoutingContext ctx, BiConsumer<RoutingContext, Principal.Leader> handler) {
    anyone(
        ctx,
        (c, principal) -> {
          switch (principal) {
            case Principal.Leader leader -> handler.accept(c, leader);
            case Principal.Phone _, Principal.Kiosk _ -> throw Refusal.forbidden("leaders-only");
          }
        });
  }

  /** For the kiosk's server. */
  public void kiosk(RoutingContext ctx, Handler<RoutingContext> handler) {
    anyone(
        ctx,
        (c, principal) -> {
          switch (principal) {
            case Principal.Kiosk _ -> handler.handle(c);
            case Principal.Phone _, Principal.Leader _ -> throw Refusal.forbidden("kiosk-only");
          }
        });
  }

  /** For somebody signed in who may do everything. */
  public void admin(RoutingContext ctx, BiConsumer<RoutingContext, Principal.Leader> handler) {
    leader(
        ctx,
        (c, leader) -> {
          if (leader.role() != Role.ADMIN) {
            throw Refusal.forbidden("admins-only");
          }
          handler.accept(c, leader);
        });
  }

  /** For somebody signed in and what is their own; also if the password must be changed first. */
  public void self(RoutingContext ctx, BiConsumer<RoutingContext, Principal.Leader> handler) {
    known(
        ctx,
        (c, principal) -> {
          switch (principal) {
            case Principal.Leader leader -> handler.accept(c, leader);
            case Principal.Phone _, Principal.Kiosk _ -> throw Refusal.forbidden("leaders-only");
          }
        });
  }

  /** For whoever has a token. */
  public void anyone(RoutingContext ctx, BiConsumer<RoutingContext, Principal> handler) {
    known(
        ctx,
        (c, principal) -> {
          if (principal instanceof Principal.Leader leader && leader.mustChange()) {
            throw Refusal.forbidden("change-password-first");
          }
          handler.accept(c, principal);
        });
  }

  private void known(RoutingContext ctx, BiConsumer<RoutingContext, Principal> handler) {
    String header = ctx.request().getHeader("authorization");
    if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw Refusal.notSignedIn("sign-in-first");
    }
    String token = header.substring(7).strip();
    Principal known = authenticator.cached(token);
    if (known != null) {
      authenticator.seen(known, ctx.request()::getHeader);
      handler.accept(ctx, known);
      return;
    }
    blocking
        .<@Nullable Principal>run(() -> authenticator.authenticate(token))
        .onSuccess(principal -> admit(ctx, principal, handler))
        .onFailure(ctx::fail);
  }

  private void admit(
      RoutingContext ctx,
      @Nullable Principal principal,
      BiConsumer<RoutingContext, Principal> handler) {
    try {
      if (principal == null) {
        throw Refusal.notSignedIn("token-not-valid");
      }
      authenticator.seen(principal, ctx.request()::getHeader);
      handler.accept(ctx, principal);
    } catch (RuntimeException e) {
      ctx.fail(e);
    }
  }
}
