package vn.gocua.engine.help.state;

import java.time.Instant;
import vn.gocua.engine.help.state.HelpFact.Consent;
import vn.gocua.engine.help.state.HelpFact.HelpRequested;

/** {@code help-requested/1}, written before residents could give a preferred time. */
record HelpRequestedV1(
    String id,
    String code,
    String hamlet,
    String activity,
    String team,
    String contact,
    Consent consent,
    String secretHash,
    Instant at) {

  HelpRequested now() {
    return new HelpRequested(
        id,
        code,
        hamlet,
        activity,
        team,
        contact,
        consent,
        secretHash,
        PreferredTime.ANY.code(),
        false,
        at);
  }
}
