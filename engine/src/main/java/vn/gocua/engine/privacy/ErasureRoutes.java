package vn.gocua.engine.privacy;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.gocua.engine.access.Guard;
import vn.gocua.engine.help.Contact;
import vn.gocua.engine.help.HelpSupervision;
import vn.gocua.engine.http.json.ApiJson;
import vn.gocua.engine.http.json.Fields;
import vn.gocua.engine.rights.Principal;
import vn.gocua.protocol.Refusal;

/**
 * Erasing on somebody's wish, over HTTP. A phone number stands in the body, never in an address.
 */
public final class ErasureRoutes {
  private final HelpSupervision requests;
  private final List<Erasable> everywhere;
  private final Guard guard;
  private final Guard.Blocking blocking;
  private final Clock clock;

  /**
   * @param everywhere every feature that keeps personal data
   * @param clock the campaign's time
   */
  public ErasureRoutes(
      HelpSupervision requests,
      List<Erasable> everywhere,
      Guard guard,
      Guard.Blocking blocking,
      Clock clock) {
    this.requests = requests;
    this.everywhere = List.copyOf(everywhere);
    this.guard = guard;
    this.blocking = blocking;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.post("/api/v1/erasures").handler(ctx -> guard.leader(ctx, this::erase));
  }

  private record Erased(List<String> erased) {}

  private void erase(RoutingContext ctx, Principal.Leader leader) {
    Fields fields = new Fields(ApiJson.body(ctx), Set.of("ticket", "phone"));
    String ticket = fields.optionalText("ticket", 20);
    String phone = fields.optionalText("phone", 20);
    if ((ticket == null) == (phone == null)) {
      throw Refusal.invalid("erase-what");
    }
    Instant at = clock.instant();
    String by = leader.username();
    if (ticket != null) {
      String code = ticket.strip().toUpperCase(Locale.ROOT);
      answer(ctx, () -> byTicket(code, by, at));
    } else {
      String digits =
          Contact.phone(String.valueOf(phone)).orElseThrow(() -> Refusal.invalid("invalid-phone"));
      answer(ctx, () -> byPhone(digits, by, at));
    }
  }

  private List<String> byTicket(String code, String by, Instant at) {
    if (!requests.eraseByCode(code, by, at)) {
      throw Refusal.unknown("unknown-help-request");
    }
    return List.of(code);
  }

  private List<String> byPhone(String digits, String by, Instant at) {
    List<String> erased = new ArrayList<>();
    everywhere.forEach(feature -> erased.addAll(feature.eraseByPhone(digits, by, at)));
    return erased;
  }

  private void answer(RoutingContext ctx, java.util.function.Supplier<List<String>> work) {
    blocking
        .run(work)
        .onSuccess(codes -> ApiJson.answer(ctx, 200, new Erased(codes)))
        .onFailure(ctx::fail);
  }
}
