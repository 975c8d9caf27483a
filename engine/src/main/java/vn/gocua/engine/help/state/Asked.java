package vn.gocua.engine.help.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.help.state.HelpFact.Consent;
import vn.gocua.engine.help.state.HelpFact.HelpCarriedIn;
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
 * @param consent the latest; without the groups' version where that was withdrawn or never given
 * @param earlier where it was asked for, if in an earlier campaign; else null
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
    Consent consent,
    Instant at,
    @Nullable Earlier earlier) {

  /**
   * The campaign that a request was carried over from.
   *
   * @param campaign its id
   * @param hamlet as that campaign named it; null if that is not known
   * @param activity likewise
   */
  public record Earlier(String campaign, @Nullable String hamlet, @Nullable String activity) {}

  static Asked of(HelpCarriedIn f) {
    return new Asked(
        f.code(),
        f.id(),
        f.hamlet(),
        f.activity(),
        f.contact(),
        f.secretHash(),
        f.when(),
        f.guardian(),
        f.consent(),
        f.askedAt(),
        new Earlier(f.from(), f.hamletName(), f.activityName()));
  }

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
        f.consent(),
        f.at(),
        null);
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
        f.consent() == null ? consent : f.consent(),
        at,
        earlier);
  }

  /** Without the groups, under another ref. */
  Asked withoutGroups(String ref) {
    return new Asked(
        code,
        id,
        hamlet,
        activity,
        ref,
        secretHash,
        when,
        guardian,
        new Consent(consent.textVersion(), null, consent.at()),
        at,
        earlier);
  }

  /** Whether priority groups were named, with a consent that still holds. */
  public boolean hasGroups() {
    return consent.groupsTextVersion() != null;
  }
}
