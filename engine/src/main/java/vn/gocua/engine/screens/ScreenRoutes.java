package vn.gocua.engine.screens;

import java.time.Clock;
import java.time.Instant;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.screens.ScreenService.CodedScreen;
import vn.gocua.protocol.content.ContentReason;
import vn.gocua.protocol.content.ScreenAcceptance;
import vn.gocua.protocol.content.ScreenEndpoints;
import vn.gocua.protocol.content.ScreenList;
import vn.gocua.protocol.content.ScreenPresence;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Screens over HTTP: the kiosk presents them, leaders accept and revoke. */
final class ScreenRoutes {
  private static final int SHORTEST_SECRET = 22;

  private final ScreenService service;
  private final Clock clock;

  /**
   * @param clock real time, also in a rehearsal
   */
  ScreenRoutes(ScreenService service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  void mount(Api api) {
    api.on(ScreenEndpoints.PRESENT).may(Permission.PRESENT_SCREENS).blocking(this::present);
    api.on(ScreenEndpoints.READ).may(Permission.ACCEPT_SCREENS).blocking(_ -> all());
    api.on(ScreenEndpoints.ACCEPT).may(Permission.ACCEPT_SCREENS).blocking(this::accept);
    api.on(ScreenEndpoints.REVOKE).may(Permission.ACCEPT_SCREENS).done(this::revoke);
  }

  private static ScreenList.Row view(CodedScreen coded, Instant now) {
    Screen screen = coded.screen();
    return new ScreenList.Row(
        coded.code(),
        screen.statusAt(now).code(),
        screen.offeredAt(),
        screen.until(),
        screen.place(),
        screen.acceptedAt());
  }

  /** Presents a screen: answers its status, and a code for a new one. */
  private ScreenList.Row present(Call<ScreenPresence> call) {
    ScreenPresence presence = call.body();
    if (presence.secret().length() < SHORTEST_SECRET) {
      throw Refusal.of(RequestReason.WRONG_TYPE, "secret");
    }
    boolean again = presence.again() != null && presence.again() == 1;
    Instant now = clock.instant();
    return view(service.present(presence.secret(), again, now), now);
  }

  private ScreenList all() {
    Instant now = clock.instant();
    return new ScreenList(service.all(now).stream().map(coded -> view(coded, now)).toList());
  }

  private ScreenList.Row accept(Call<ScreenAcceptance> call) {
    String place = call.bodyIfAny().place();
    Instant now = clock.instant();
    return service
        .accept(call.path("screen"), place, call.by(), now)
        .map(coded -> view(coded, now))
        .orElseThrow(() -> Refusal.of(ContentReason.UNKNOWN_SCREEN));
  }

  private void revoke(Call<?> call) {
    if (!service.revoke(call.path("screen"), call.by(), clock.instant())) {
      throw Refusal.of(ContentReason.UNKNOWN_SCREEN);
    }
  }
}
