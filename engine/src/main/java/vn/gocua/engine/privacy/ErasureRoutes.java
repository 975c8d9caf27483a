package vn.gocua.engine.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.gocua.engine.help.service.SupervisionService;
import vn.gocua.engine.http.api.Api;
import vn.gocua.engine.http.api.Call;
import vn.gocua.engine.rights.Permission;
import vn.gocua.engine.vault.PhoneNumber;
import vn.gocua.protocol.help.ErasureInfo;
import vn.gocua.protocol.help.ErasureOrder;
import vn.gocua.protocol.help.HelpReason;
import vn.gocua.protocol.help.PrivacyEndpoints;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Erasure on a person's request, over HTTP. Phone numbers are in the body, never in an address. */
final class ErasureRoutes {
  private final SupervisionService requests;
  private final List<Erasable> everywhere;

  /**
   * @param everywhere every feature that keeps personal data
   */
  ErasureRoutes(SupervisionService requests, List<Erasable> everywhere) {
    this.requests = requests;
    this.everywhere = List.copyOf(everywhere);
  }

  void mount(Api api) {
    api.on(PrivacyEndpoints.ERASE)
        .may(Permission.ERASE_CONTACTS)
        .blocking(call -> new ErasureInfo(erase(call)));
  }

  private List<String> erase(Call<ErasureOrder> call) {
    ErasureOrder order = call.body();
    String ticket = order.ticket();
    String phone = order.phone();
    if ((ticket == null) == (phone == null)) {
      throw Refusal.of(HelpReason.ERASE_WHAT);
    }
    if (ticket != null) {
      return byTicket(ticket.strip().toUpperCase(Locale.ROOT), call.by(), call.now());
    }
    String digits =
        PhoneNumber.digits(String.valueOf(phone))
            .orElseThrow(() -> Refusal.of(RequestReason.INVALID_PHONE));
    return byPhone(digits, call.by(), call.now());
  }

  private List<String> byTicket(String code, String by, Instant at) {
    if (!requests.eraseByCode(code, by, at)) {
      throw Refusal.of(HelpReason.UNKNOWN_HELP_REQUEST);
    }
    return List.of(code);
  }

  private List<String> byPhone(String digits, String by, Instant at) {
    List<String> erased = new ArrayList<>();
    everywhere.forEach(feature -> erased.addAll(feature.eraseByPhone(digits, by, at)));
    return erased;
  }
}
