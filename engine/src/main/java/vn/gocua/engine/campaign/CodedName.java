package vn.gocua.engine.campaign;

import vn.gocua.protocol.campaign.CampaignInfo.Named;

/**
 * An object with a stable code (kept in events) and a name (shown to people): an activity, a
 * priority group, a hamlet.
 */
public record CodedName(String code, String name) {
  /** The same for clients. */
  public Named named() {
    return new Named(code, name);
  }
}
