package vn.gocua.engine.help.state;

import java.time.Instant;
import vn.gocua.engine.help.state.HelpFact.HelpChanged;
import vn.gocua.engine.help.state.HelpFact.HelpRequested;

/**
 * The resident's request, with later changes.
 *
 * @param code the ticket's, such as HV-4821
 * @param id made by the kiosk
 * @param contact the vault's ref
 * @param secretHash of the secret on the ticket
 * @param when the code of a {@link PreferredTime}
 * @param guardian whether the contact is that of a child's guardian
 */
public record Asked(
    String code,
    String id,
    String hamlet,
    String activity,
    String contact,
    String secretHash,
    String when,
    boolean guardian,
    Instant at) {

  static Asked of(HelpRequested f) {
    return new Asked(
        f.code(),
        f.id(),
        f.hamlet(),
        f.activity(),
        f.contact(),
        f.secretHash(),
        f.when(),
        f.guardian(),
        f.at());
  }

  Asked changed(HelpChanged f) {
    return new Asked(
        code,
        id,
        hamlet,
        activity,
        f.contact() == null ? contact : f.contact(),
        secretHash,
        f.when() == null ? when : f.when(),
        guardian,
        at);
  }
}
