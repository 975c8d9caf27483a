package vn.gocua.engine.help.state;

import java.util.Locale;

/** Why a request ended without help here. */
public enum ExpiryReason {
  /** It stayed open for as long as the commune lets requests wait. */
  WAITED,
  /** A leader ended it when the campaign was closed. */
  CAMPAIGN_OVER,
  /** It goes on in the next campaign. */
  CARRIED_OVER;

  /** Stable, English, kebab-case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
