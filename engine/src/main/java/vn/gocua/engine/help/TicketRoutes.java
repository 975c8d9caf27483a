package vn.gocua.engine.help;

import org.jspecify.annotations.Nullable;
import vn.gocua.base.consent.ConsentText;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.help.service.TicketService;
import vn.gocua.engine.help.service.TicketService.ChangedValues;
import vn.gocua.engine.help.service.TicketService.Holder;
import vn.gocua.engine.help.state.HelpFact.Consent;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.json.FieldText;
import vn.gocua.engine.rights.Permission;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.HelpRequestList;
import vn.gocua.protocol.help.TicketChange;
import vn.gocua.protocol.help.TicketRating;
import vn.gocua.protocol.help.TicketSecret;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** A ticket holder's actions at the kiosk, over HTTP. The secret is in the body. */
final class TicketRoutes {
  private final TicketService service;
  private final HelpView view;

  TicketRoutes(Campaign campaign, TicketService service) {
    this.service = service;
    this.view = new HelpView(campaign);
  }

  void mount(Api api) {
    api.on(HelpEndpoints.UNLOCK)
        .may(Permission.HOLD_TICKETS)
        .blocking(call ->
            new TicketSecret(
                service.unlock(HelpRoutes.code(call), call.body().pin(), call.screen())));
    api.on(HelpEndpoints.CHANGE).may(Permission.HOLD_TICKETS).blocking(this::change);
    api.on(HelpEndpoints.WITHDRAW)
        .may(Permission.HOLD_TICKETS)
        .blocking(
            call -> view.ticket(service.withdraw(holder(call, call.body().secret()), call.now())));
    api.on(HelpEndpoints.RATE).may(Permission.HOLD_TICKETS).blocking(this::rate);
  }

  private HelpRequestList.Row change(Call<TicketChange> call) {
    TicketChange wanted = call.body();
    TicketChange.Contact contact = wanted.contact();
    String phone = contact == null ? null : said("phone", contact.phone());
    Holder holder = holder(call, wanted.secret());
    TicketChange.Consent consent = contact == null ? null : wanted.consent();
    if (consent != null) {
      boolean guardian = service.read(holder).asked().guardian();
      HelpRoutes.agreed(guardian ? ConsentText.GUARDIAN : ConsentText.HELP, consent.textVersion());
    }
    ChangedValues change =
        new ChangedValues(
            HelpRoutes.when(wanted.when()),
            contact == null ? null : said("name", contact.name()),
            phone == null ? null : HelpRoutes.phone(phone),
            contact == null ? null : said("address", contact.address()),
            consent == null
                ? null
                : new Consent(
                    consent.textVersion(), null, FieldText.time(consent.at(), "consent.at")));
    return view.ticket(service.change(holder, change, call.now()));
  }

  /** Requires a given text to be non-blank; absent is allowed. */
  private static @Nullable String said(String field, @Nullable String text) {
    if (text != null && text.isBlank()) {
      throw Refusal.of(RequestReason.MISSING_FIELD, "contact." + field);
    }
    return text;
  }

  private HelpRequestList.Row rate(Call<TicketRating> call) {
    TicketRating rating = call.body();
    return view.ticket(service.rate(holder(call, rating.secret()), rating.stars(), call.now()));
  }

  private static Holder holder(Call<?> call, String secret) {
    return new Holder(HelpRoutes.code(call), secret);
  }
}
