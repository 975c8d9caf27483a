package vn.gocua.engine.help;

import java.time.Duration;
import java.util.Locale;
import vn.gocua.base.text.Language;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.help.service.TicketService;
import vn.gocua.engine.help.service.TicketService.Holder;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.api.Content;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.OwnTicket;

/**
 * A ticket on its holder's own phone: the page behind its QR code and the page's calls. The secret
 * replaces a token. It is sent in bodies only, and in addresses behind the «#».
 */
final class OwnTicketRoutes {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Duration STEP = Duration.ofMillis(25);

  private final TicketService service;
  private final HelpView view;

  OwnTicketRoutes(Campaign campaign, TicketService service) {
    this.service = service;
    this.view = new HelpView(campaign);
  }

  void mount(Api api) {
    api.on(HelpEndpoints.OWN_TICKET)
        .everybody()
        .refusedOnStep(STEP)
        .blocking(call -> view.ticket(service.read(holder(call))));
    api.on(HelpEndpoints.WITHDRAW_OWN_TICKET)
        .everybody()
        .refusedOnStep(STEP)
        .blocking(call -> view.ticket(service.withdrawOwn(holder(call), call.now())));
    api.on(HelpEndpoints.OWN_DATA)
        .everybody()
        .refusedOnStep(STEP)
        .blocking(call -> view.own(service.own(holder(call), call.now())));
    api.on(HelpEndpoints.WITHDRAW_OWN_GROUPS)
        .everybody()
        .refusedOnStep(STEP)
        .blocking(call -> view.ticket(service.withdrawGroups(holder(call), call.now())));
    Content page = file("text/html", "index.html");
    api.links().page(HelpEndpoints.TICKET_PAGE.path());
    api.on(HelpEndpoints.TICKET_PAGE).everybody().page(_ -> page);
    api.asset("/t/ticket.js", file("text/javascript", "ticket.js"));
    api.asset("/t/ticket.css", file("text/css", "ticket.css"));
    for (Language language : Language.all()) {
      api.asset(
          "/t/i18n/" + language.tag() + ".json",
          Content.json(Texts.of("ticket", language).own())
              .header("content-security-policy", POLICY)
              .header("cache-control", "public, max-age=300"));
    }
  }

  private static Holder holder(Call<OwnTicket> call) {
    OwnTicket ticket = call.body();
    return new Holder(ticket.code().toUpperCase(Locale.ROOT), ticket.secret());
  }

  private static Content file(String type, String name) {
    return Content.resource(type, "/ticket/" + name)
        .header("content-security-policy", POLICY)
        .header("cache-control", "public, max-age=300");
  }
}
