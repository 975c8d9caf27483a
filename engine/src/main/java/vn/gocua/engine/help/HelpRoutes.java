package vn.gocua.engine.help;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.consent.ConsentText;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.help.contact.Contact;
import vn.gocua.engine.help.service.HelpService;
import vn.gocua.engine.help.state.Actor;
import vn.gocua.engine.help.state.HelpFact.Consent;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.HelpRequests;
import vn.gocua.engine.help.state.PreferredTime;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.http.json.FieldText;
import vn.gocua.engine.http.sse.SseHub;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.rights.Principal;
import vn.gocua.engine.rights.RateLimiter;
import vn.gocua.engine.state.Versioned;
import vn.gocua.engine.vault.LeaderReading;
import vn.gocua.engine.vault.PhoneNumber;
import vn.gocua.protocol.body.NoFields;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.help.ContactInfo;
import vn.gocua.protocol.help.HelpEndpoints;
import vn.gocua.protocol.help.HelpOrder;
import vn.gocua.protocol.help.HelpReason;
import vn.gocua.protocol.help.HelpRequestList;
import vn.gocua.protocol.help.TicketReceipt;
import vn.gocua.protocol.help.VisitReport;
import vn.gocua.protocol.reading.ReadingEndpoints;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/**
 * Help requests over HTTP: the kiosk makes and looks them up, phones and leaders deal with them.
 */
final class HelpRoutes {
  private final Campaign campaign;
  private final HelpService service;
  private final HelpRequests requests;
  private final SseHub<Optional<String>> hub;
  private final RateLimiter lookUps;
  private final HelpView view;

  /**
   * @param lookUps how often the kiosk may look a code up
   */
  HelpRoutes(
      Campaign campaign,
      HelpService service,
      HelpRequests requests,
      SseHub<Optional<String>> hub,
      RateLimiter lookUps) {
    this.campaign = campaign;
    this.service = service;
    this.requests = requests;
    this.hub = hub;
    this.lookUps = lookUps;
    this.view = new HelpView(campaign);
  }

  void mount(Api api) {
    api.on(HelpEndpoints.ASK).may(Permission.ASK_FOR_HELP).created().blocking(this::ask);
    api.on(HelpEndpoints.READ).may(Permission.READ_REQUESTS).instant(this::list);
    api.on(HelpEndpoints.STREAM).may(Permission.READ_REQUESTS).stream(
        hub, call -> Optional.ofNullable(team(call.who())));
    api.on(HelpEndpoints.FIND).anyone().limited(lookUps).blocking(this::one);
    api.on(HelpEndpoints.CONTACT).may(Permission.READ_CONTACTS).counted().blocking(this::contact);
    api.on(ReadingEndpoints.CONTACT)
        .may(Permission.SUPERVISE_REQUESTS)
        .blocking(
            call -> contactOf(call, LeaderReading.saying(call.by(), call.body(), call.now())));
    api.on(HelpEndpoints.CLAIM).may(Permission.WORK_ON_REQUESTS).counted().blocking(this::claim);
    api.on(HelpEndpoints.RELEASE)
        .may(Permission.WORK_ON_REQUESTS)
        .counted()
        .blocking(this::release);
    api.on(HelpEndpoints.CLOSE).may(Permission.WORK_ON_REQUESTS).counted().blocking(this::close);
  }

  private TicketReceipt ask(Call<HelpOrder> call) {
    HelpOrder order = call.body();
    List<String> groups = order.groups() == null ? List.of() : order.groups();
    groups.forEach(group -> known(group, campaign.groupCodes(), CampaignReason.UNKNOWN_GROUP));
    String groupsText = order.consent().groupsTextVersion();
    // Health and poverty need a consent of their own.
    boolean named = !groups.isEmpty() && groupsText != null && !groupsText.isBlank();
    boolean guardian = Boolean.TRUE.equals(order.guardian());
    agreed(guardian ? ConsentText.GUARDIAN : ConsentText.HELP, order.consent().textVersion());
    if (named) {
      agreed(ConsentText.GROUPS, groupsText);
    }
    HelpService.RequestHelp wanted =
        new HelpService.RequestHelp(
            FieldText.uuid(order.id(), "id"),
            known(order.hamlet(), campaign.hamletCodes(), CampaignReason.UNKNOWN_HAMLET),
            known(order.activity(), campaign.activityCodes(), CampaignReason.UNKNOWN_ACTIVITY),
            contact(order.contact(), named ? groups : List.of()),
            new Consent(
                order.consent().textVersion(),
                named ? groupsText : null,
                FieldText.time(order.consent().at(), "consent.at")),
            Objects.requireNonNullElse(when(order.when()), PreferredTime.ANY),
            guardian);
    HelpService.Ticket ticket = service.ask(wanted, call.screen(), call.now());
    return new TicketReceipt(
        ticket.code(),
        ticket.team(),
        ticket.secret(),
        ticket.pin(),
        groups.isEmpty() ? null : named);
  }

  /** Requires a version of these words that was shown. */
  static void agreed(ConsentText text, @Nullable String version) {
    if (!text.knows(version)) {
      throw Refusal.of(RequestReason.UNKNOWN_CONSENT, version);
    }
  }

  /** The part of the day of that code. */
  static @Nullable PreferredTime when(@Nullable String code) {
    return code == null
        ? null
        : PreferredTime.of(code).orElseThrow(() -> Refusal.of(HelpReason.UNKNOWN_DAY_PART, code));
  }

  private static String known(String code, Set<String> codes, CampaignReason problem) {
    if (!codes.contains(code)) {
      throw Refusal.of(problem, code);
    }
    return code;
  }

  private static Contact contact(HelpOrder.Contact contact, List<String> groups) {
    return new Contact(contact.name(), phone(contact.phone()), contact.address(), groups);
  }

  static String phone(String written) {
    return PhoneNumber.digits(written).orElseThrow(() -> Refusal.of(RequestReason.INVALID_PHONE));
  }

  private HelpRequestList list(Call<?> call) {
    String status = call.query("status");
    if (status != null && !status.equals("open")) {
      throw Refusal.of(HelpReason.UNKNOWN_STATUS, status);
    }
    return view.rows(requests, team(call.who()), call.now());
  }

  /** The calling phone's team; null for a leader. */
  private static @Nullable String team(Principal who) {
    return switch (who) {
      case Principal.Phone phone -> phone.team();
      case Principal.Leader _ -> null;
      case Principal.Kiosk _ -> throw Refusal.of(RequestReason.PHONES_ONLY);
    };
  }

  private HelpRequestList.Row one(Call<?> call) {
    Versioned<HelpRequest> found = service.find(code(call));
    HelpRequest request = found.state();
    if (request == null) {
      throw Refusal.of(HelpReason.UNKNOWN_HELP_REQUEST);
    }
    return switch (call.who()) {
      case Principal.Kiosk _ -> view.ticket(request);
      case Principal.Leader _ -> view.row(found, null);
      case Principal.Phone phone when view.concerns(request, phone.team()) ->
          view.row(found, phone.team());
      case Principal.Phone _ -> throw Refusal.of(HelpReason.NOT_YOUR_HAMLET);
    };
  }

  /** A leader whose client does not say why is on record without a reason. */
  private ContactInfo contact(Call<?> call) {
    if (call.who() instanceof Principal.Leader) {
      return contactOf(call, new LeaderReading(call.by(), call.now()));
    }
    String code = code(call);
    return info(code, service.contactFor(code, actor(call), call.now()));
  }

  private ContactInfo contactOf(Call<?> call, LeaderReading leader) {
    String code = code(call);
    return info(code, service.contactForLeader(code, leader));
  }

  private static ContactInfo info(String code, Contact contact) {
    return new ContactInfo(
        code, contact.name(), contact.phone(), contact.address(), contact.groups());
  }

  private HelpRequestList.Row claim(Call<NoFields> call) {
    var _ = call.bodyIfAny();
    return row(call, service.claim(code(call), actor(call), call.now()));
  }

  private HelpRequestList.Row release(Call<NoFields> call) {
    var _ = call.bodyIfAny();
    return row(call, service.release(code(call), actor(call), call.now()));
  }

  private HelpRequestList.Row close(Call<VisitReport> call) {
    String named = call.bodyIfAny().checkIn();
    String checkIn = named == null ? null : named.toLowerCase(Locale.ROOT);
    return row(call, service.close(code(call), actor(call), checkIn, call.now()));
  }

  private HelpRequestList.Row row(Call<?> call, Versioned<HelpRequest> request) {
    return view.row(request, call.phone().team());
  }

  private static Actor actor(Call<?> call) {
    return new Actor(call.phone().team(), call.phone().id(), call.recording());
  }

  static String code(Call<?> call) {
    return call.path("code").toUpperCase(Locale.ROOT);
  }
}
